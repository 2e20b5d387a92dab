/** F.3: one to three drafting units, each named once; those beyond three have a cell beside the table. None at all is a required cell. */
import type { CellPlace } from '../cell-place';
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';
import type { EntryReader } from '../form-facts';
import { bareText } from '../text-figures';

const MOST = 3;

export const caseUnits: ConsistencyRule = {
  find(workbook) {
    const form = workbook.form('F');
    if (form === null) return [];
    const units = [...form.rows('units').flatMap((row) => unitsIn(row, 'name')), ...unitsIn(form, 'moreUnits')];
    const findings: ConsistencyFinding[] = [];
    const fourth = units[MOST];
    if (fourth !== undefined) findings.push({ code: 'consistency/case-units', clause: 'F.3', at: fourth.at, params: { count: units.length } });
    const seen = new Map<string, CellPlace>();
    for (const { name, at } of units) {
      const first = seen.get(bareText(name));
      if (first === undefined) seen.set(bareText(name), at);
      else findings.push({ code: 'consistency/case-unit-twice', clause: 'F.3', at, params: { name, first: first.cell } });
    }
    return findings;
  },
};

/** Several in one cell count as several. */
function unitsIn(reader: EntryReader, key: string): readonly { readonly name: string; readonly at: CellPlace }[] {
  return reader
    .text(key)
    .split(/[、，,；;\n]+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => ({ name, at: reader.at(key) }));
}
