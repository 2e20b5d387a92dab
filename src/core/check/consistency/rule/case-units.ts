/** F.3: one to three drafting units, each named once. None at all is a required cell. */
import type { CellPlace } from '../cell-place';
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';
import { bareText } from '../text-figures';

const MOST = 3;

export const caseUnits: ConsistencyRule = {
  find(workbook) {
    const units = (workbook.form('F')?.rows('units') ?? []).flatMap((row) =>
      row.text('name').split(/[、，,；;\n]+/u).map((name) => name.trim()).filter((name) => name !== '').map((name) => ({ name, at: row.at('name') })),
    );
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
