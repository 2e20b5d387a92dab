/** Copies on the desk: another workbook compared with the one that is open, merged into it, and seals. The other file is only read. */
import { aboutFile } from '../about-file';
import { compareWorkbooks, comparedOf, type ComparedWorkbook } from '../compare-workbooks';
import { openWorkbook } from '../load-workbook';
import { mergeCopies, type CopiesMerge } from '../merge-copies';
import type { Call } from '../ports';
import { readPseudonymKey } from '../pseudonym-key';
import { sealWorkbook, verifyWorkbook } from '../seal-workbook';
import type { Standard } from '../standard';
import type { Bench } from './bench';
import type { Desk } from './desk';
import type { NamedFile } from './named-file';
import type { MergeQuery, MergeReport } from './travel-data';
import type { SourceHost } from './version';

export type Travels = Pick<Desk, 'compare' | 'previewMerge' | 'merge' | 'seal' | 'verify'>;

export function createTravels(host: SourceHost, standard: Standard, bench: Bench): Travels {
  const opened = ({ name, file }: NamedFile, { signal }: Call): Promise<ComparedWorkbook> =>
    aboutFile(name, async () => comparedOf(await openWorkbook(host.source(file, name), host.xlsx, standard, signal === undefined ? {} : { signal })));

  async function merged({ theirs, base, key, by }: MergeQuery, call: Call): Promise<CopiesMerge> {
    call.progress?.report('read', 0, 0);
    const other = await opened(theirs, call);
    const begun = base === null ? null : (await opened(base, call)).reading.content;
    call.progress?.report('merge', 0, 0);
    return mergeCopies({
      mine: bench.now(), theirs: other, base: begun, by, names: { mine: bench.name(), theirs: theirs.name },
      key: async () => (key === null ? null : readPseudonymKey(await key.file.text(), key.name)),
    }, host, standard);
  }

  return {
    compare: async ({ other }, call = {}) => compareWorkbooks(bench.now(), await opened(other, call), standard),
    previewMerge: async (query, call = {}) => reportOf(await merged(query, call)),
    merge: (query, call = {}) => bench.inTurn(async () => {
      const merge = await merged(query, call);
      const state = await bench.apply({ code: 'merge', params: { name: query.theirs.name, count: merge.taken.length } }, { patch: merge.patch, content: null }, call);
      return { state, report: reportOf(merge) };
    }),
    seal: ({ by }, call = {}) => bench.inTurn(async () => {
      const { workbook } = bench.now();
      const { seal, kept, patch } = await sealWorkbook(workbook, { file: bench.name(), by }, host);
      return { state: await bench.apply({ code: 'seal', params: { count: seal.number } }, { patch, content: null }, call), seal, kept };
    }),
    verify: async ({ digest }) => verifyWorkbook(bench.now().workbook, { file: bench.name(), ...(digest === null ? {} : { digest }) }, host.gzip),
  };
}

function reportOf(merge: CopiesMerge): MergeReport {
  const { patch: _, sheetNames: __, ...report } = merge;
  return report;
}
