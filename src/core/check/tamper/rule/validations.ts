/** Cell rules that a paste took away or put others in place of. Programs cut rules that go to the end of the sheet: they must reach the rows that are filled. */
import { formulaKey } from '../../../merge/formula-key';
import { columnLetters } from '../../../model/address';
import { areaOf, areasOf, common, refOf, withoutAll } from '../../../model/area';
import type { ValidationSpec } from '../../../model/sheet-spec';
import type { FoundValidation } from '../../../model/sheet-structure';
import { needed } from '../needed';
import type { TamperFinding, TamperRule } from '../tamper-rule';

export const validations: TamperRule = {
  find(sheet) {
    return (sheet.spec.validations ?? []).flatMap((generated): readonly TamperFinding[] => {
      const area = areaOf(generated.ref);
      const whole = area === null ? null : sheet.place(area);
      if (whole === null) return [];
      const kept = sheet.structure.validations.filter((found) => sameRule(generated, found));
      const [bare] = withoutAll([needed(whole, sheet)], kept.flatMap(({ refs }) => areasOf(refs)));
      if (bare === undefined) return [];
      const others = sheet.structure.validations.some((found) => !kept.includes(found) && areasOf(found.refs).some((other) => common(other, bare) !== null));
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
