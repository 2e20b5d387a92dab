/** Progress of a stage of clause 6: how many of the cells that its forms require are filled. */
import type { ComputedDef } from '../../model/form-def';
import { quoted, type ComputeScope, type Computation } from './scope';

type Stage = Extract<ComputedDef, { readonly rule: 'stage' }>;

const BAR = 5;

export function stage(def: Stage, scope: ComputeScope): Computation {
  const { refs, total, filled } = scope.stage();
  const count = refs.length === 0 ? '0' : `COUNTA(${refs.join(',')})`;
  const words = def.words ?? { absent: '', open: '', started: '', done: '' };
  switch (def.part) {
    case 'filled':
      return { formula: count, value: filled, format: '0' };
    case 'total':
      return { value: total, format: '0' };
    case 'share':
      return total === 0 ? { value: '' } : { formula: `${count}/${total}`, value: filled / total, format: '0%' };
    case 'bar': {
      const full = total === 0 ? 0 : Math.floor((filled * BAR) / total);
      if (total === 0) return { value: '' };
      const steps = `INT(${count}*${BAR}/${total})`;
      return { formula: `REPT("█",${steps})&REPT("░",${BAR}-${steps})`, value: '█'.repeat(full) + '░'.repeat(BAR - full) };
    }
    case 'state':
      if (total === 0) return { value: words.absent };
      return {
        formula: `IF(${count}=0,${quoted(words.open)},IF(${count}<${total},${quoted(words.started)},${quoted(words.done)}))`,
        value: filled === 0 ? words.open : filled < total ? words.started : words.done,
      };
  }
}
