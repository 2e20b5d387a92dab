/**
 * Progress of a stage of clause 6: how many of the cells that it requires are filled, counted as the gates of the check count
 * them, and beside it what the last check said.
 */
import type { ComputedDef } from '../../model/form-def';
import { NOTHING, quoted, type ComputeScope, type Computation } from './scope';

type Stage = Extract<ComputedDef, { readonly rule: 'stage' }>;

const BAR = 5;

export function stage(def: Stage, scope: ComputeScope): Computation {
  const { total, filled, formulas, cells, gate } = scope.stage();
  const words = def.words ?? { absent: '', open: '', started: '', done: '' };
  if (def.part === 'gate') return gate === '' ? NOTHING : { value: gate, stamp: true };
  if (def.part === 'total') return counted(formulas.total, total);
  if (def.part === 'filled') return counted(formulas.filled, filled);
  // Without a form of the stage nothing is ever required.
  if (formulas.total === '') return def.part === 'state' ? { value: words.absent } : { value: '' };
  switch (def.part) {
    case 'share':
      return { formula: `IF(${cells.total}=0,"",${cells.filled}/${cells.total})`, value: total === 0 ? '' : filled / total, format: '0%' };
    case 'bar': {
      const full = total === 0 ? 0 : Math.floor((filled * BAR) / total);
      const steps = `INT(${cells.filled}*${BAR}/${cells.total})`;
      return { formula: `IF(${cells.total}=0,"",REPT("█",${steps})&REPT("░",${BAR}-${steps}))`, value: total === 0 ? '' : '█'.repeat(full) + '░'.repeat(BAR - full) };
    }
    case 'state':
      return {
        formula: `IF(${cells.filled}=0,${quoted(words.open)},IF(${cells.filled}<${cells.total},${quoted(words.started)},${quoted(words.done)}))`,
        value: filled === 0 ? words.open : filled < total ? words.started : words.done,
      };
  }
}

function counted(formula: string, value: number): Computation {
  return { ...(formula === '' ? {} : { formula }), value, format: '0' };
}
