/** Conditional formats that mark missing entries, gone from some of their cells. */
import { movedFormula } from '../../../merge/moved-formula';
import { areaOf, areasOf, refOf, withoutAll, type Area } from '../../../model/area';
import { needed } from '../needed';
import { relativeKey } from '../relative-key';
import type { TamperFinding, TamperRule } from '../tamper-rule';

export const marks: TamperRule = {
  find(sheet) {
    const { spec, structure, moves } = sheet;
    const found = structure.conditionalFormats.flatMap(({ refs, formula }) => {
      const areas = areasOf(refs);
      return areas.length === 0 ? [] : [{ areas, keys: anchorsOf(areas).map(({ top, left }) => relativeKey(formula, top, left)) }];
    });
    return (spec.conditionalFormats ?? []).flatMap((generated): readonly TamperFinding[] => {
      const area = areaOf(generated.ref);
      const whole = area === null ? null : sheet.place(area);
      if (whole === null) return [];
      const formula = movedFormula(generated.formula, spec.name, moves);
      const key = relativeKey(formula, whole.top, whole.left);
      const [bare] = withoutAll([needed(whole, sheet)], found.filter(({ keys }) => keys.includes(key)).flatMap(({ areas }) => areas));
      if (bare === undefined) return [];
      return [{ code: 'rule/mark', row: bare.top, column: bare.left, params: { range: refOf(bare) }, repair: { rules: { conditionalFormats: [{ ...generated, ref: refOf(whole), formula }] } } }];
    });
  },
};

/** For which cell a formula is written: that of the first range, for some programs that of all of them. */
function anchorsOf(areas: readonly Area[]): readonly Pick<Area, 'top' | 'left'>[] {
  const [first] = areas;
  if (first === undefined) return [];
  const all = areas.reduce((a, b) => ({ ...a, top: Math.min(a.top, b.top), left: Math.min(a.left, b.left) }));
  return [first, all];
}
