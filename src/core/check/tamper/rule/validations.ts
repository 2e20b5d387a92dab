/** Cell rules that a paste took away or put others in place of. Programs cut rules that go to the end of the sheet: they must reach the rows that are filled. */
import { formulaKey } from '../../../merge/formula-key';
import { columnLetters } from '../../../model/address';
import { areaOf, areasOf, meets, refOf, withoutAll } from '../../../model/area';
import type { ValidationSpec } from '../../../model/sheet-spec';
import type { FoundValidation } from '../../../model/sheet-structure';
import { needed } from '../needed';
import type { TamperFinding, TamperRule } from '../tamper-rule';

export const validations: TamperRule = {
  find(sheet) {
    const there = sheet.structure.validations.map((found) => ({ found, areas: areasOf(found.refs) }));
    return (sheet.spec.validations ?? []).flatMap((generated): readonly TamperFinding[] => {
      const area = areaOf(generated.ref);
      const whole = area === null ? null : sheet.place(area);
      if (whole === null) return [];
      const wanted = needed(whole, sheet);
      const near = there.filter(({ areas }) => areas.some((one) => meets(one, wanted))).map((one) => ({ ...one, same: sameRule(generated, one.found) }));
      const [bare] = withoutAll([wanted], near.flatMap(({ same, areas }) => (same ? areas : [])));
      if (bare === undefined) return [];
      const others = near.some(({ same, areas }) => !same && areas.some((other) => meets(other, bare)));
      const code = others ? 'rule/changed' : generated.rule.type === 'any' ? 'rule/prompt' : 'rule/missing';
      const column = generated.promptTitle ?? generated.errorTitle ?? columnLetters(whole.left);
      return [{ code, row: bare.top, column: bare.left, params: { column, range: refOf(bare) }, repair: { rules: { validations: [{ ...generated, ref: refOf(whole) }] } } }];
    });
  },
};

/** What is said on selecting the cell and on refusing does not count. */
function sameRule({ rule, severity }: ValidationSpec, { rule: found, severity: foundSeverity }: FoundValidation): boolean {
  if (found === null || found.type !== rule.type) return false;
  if (rule.type === 'any') return true;
  if (severity !== foundSeverity) return false;
  if (rule.type === 'list') return found.type === 'list' && formulaKey(found.source) === formulaKey(rule.source);
  if (rule.type === 'custom') return found.type === 'custom' && formulaKey(found.formula) === formulaKey(rule.formula);
  return 'min' in found || 'max' in found ? found.min === rule.min && found.max === rule.max : false;
}
