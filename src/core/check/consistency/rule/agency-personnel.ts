/** 7.1.2: the personnel of the agency in the forms are those matched to the enterprise on 首页. Silent while 首页 names nobody. */
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';
import type { EntryReader } from '../form-facts';
import { listedPeople, namesIn } from '../people';

export const agencyPersonnel: ConsistencyRule = {
  find(workbook) {
    const known = new Set(listedPeople(workbook.form('home')?.text('agency.personnel') ?? ''));
    if (known.size === 0) return [];
    const readers: readonly EntryReader[] = [
      ...(workbook.form('B')?.rows('talks') ?? []),
      ...['C', 'D', 'E'].flatMap((key) => workbook.form(key) ?? []),
    ];
    return readers.flatMap((reader) =>
      namesIn(reader.text('personnel'))
        .filter((name) => !known.has(name))
        .map((name): ConsistencyFinding => ({ code: 'consistency/personnel-unknown', clause: '7.1.2', at: reader.at('personnel'), params: { column: reader.label('personnel'), name } })),
    );
  },
};
