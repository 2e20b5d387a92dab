/**
 * 7.5: people named in 方案实施 and as owners in the plan are among the staff (数据_员工), the head of the enterprise or the
 * personnel of the agency. Silent while 数据_员工 or 首页 gives no names; posts (生产部长) are no names.
 */
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';
import type { EntryReader } from '../form-facts';
import { listedPeople, namesAmong, namesIn } from '../people';
import type { WorkbookFacts } from '../workbook-facts';

const SINGLE = [['group.head', '7.5.2'], ['briefing.speaker', '7.5.3'], ['awareness.trainer', '7.5.4']] as const;

export const namedPeople: ConsistencyRule = {
  find(workbook) {
    if (workbook.raw.staff.size === 0 || workbook.form('home')?.filled('agency.personnel') !== true) return [];
    const known = rosterOf(workbook);
    const unknown = (reader: EntryReader, key: string, clause: string, names: (text: string) => readonly string[]): readonly ConsistencyFinding[] =>
      names(reader.text(key))
        .filter((name) => !known.has(name))
        .map((name) => ({ code: 'consistency/person-unknown', clause, at: reader.at(key), params: { column: reader.label(key), name } }));
    const done = workbook.form('implementation');
    return [
      ...(workbook.form('E')?.rows('lines') ?? []).flatMap((line) => unknown(line, 'owner', '7.5.1', namesIn)),
      ...(done === null ? [] : SINGLE.flatMap(([key, clause]) => unknown(done, key, clause, namesIn))),
      ...(done === null ? [] : unknown(done, 'group.members', '7.5.2', namesAmong)),
      ...(done?.rows('issues') ?? []).flatMap((row) => unknown(row, 'owner', '7.5.6', namesIn)),
    ];
  },
};

function rosterOf(workbook: WorkbookFacts): ReadonlySet<string> {
  const home = workbook.form('home');
  const heads = (workbook.form('B')?.rows('talks') ?? []).flatMap((talk) => listedPeople(talk.text('head')));
  return new Set([...workbook.raw.staff, ...heads, ...listedPeople(home?.text('enterprise.head') ?? ''), ...listedPeople(home?.text('agency.personnel') ?? '')]);
}
