/** The desk's part in importing: the source is read once and looked at as often as its mapping changes. */
import { HEADER_ROW, type RawSheetDef } from '../../core/model/raw-sheet';
import type { Issue } from '../../core/issue/issue';
import { issueText } from '../../core/text/issue-text';
import { REJECTED_WORDS } from '../../core/text/rejected-words';
import type { Language } from '../../core/text/cli';
import type { ImportPlan } from '../../core/import/plan-import';
import { assertHeader, importPatch } from '../import-patch';
import { importRows, type ImportRowsResult } from '../import-rows';
import { InputError } from '../input-error';
import { readSource, type LoadedSource } from '../load-source';
import type { Call, Progress } from '../ports';
import { rejectedCsv } from '../rejected-csv';
import type { Standard } from '../standard';
import type { Desk } from './desk';
import type { ChangeWords, DeskState } from './desk-state';
import type { ImportQuery } from './import-data';
import { corrected, importPreview } from './import-preview';
import type { NamedFile } from './named-file';
import type { Changed, SourceHost, Version } from './version';

export interface ImportBench {
  now(): { readonly version: Version; readonly name: string };
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  apply(words: ChangeWords, change: Changed, call: Call): Promise<DeskState>;
}

const SILENT: Progress = { report: () => undefined };

export function createImports(host: SourceHost, standard: Standard, bench: ImportBench): Pick<Desk, 'previewImport' | 'importRows'> {
  let known: { readonly key: string; readonly source: LoadedSource } | null = null;

  /** Throws `HostError`, and `InputError` (`import/unknown-sheet`, `import/sheet-not-chosen`, `import/broken-header`, those of `readSource`). */
  async function sourceOf(def: RawSheetDef, { source, sourceId, fromSheet, map }: ImportQuery): Promise<LoadedSource> {
    // The header is found by the columns that are wanted.
    const key = JSON.stringify([sourceId, def.key, fromSheet, map.columns]);
    if (known?.key !== key) known = { key, source: await readSource({ path: source.name, file: host.source(source.file, source.name) }, fromSheet ?? undefined, def, map, host) };
    return known.source;
  }

  async function planned(query: ImportQuery): Promise<ImportRowsResult & { readonly def: RawSheetDef; readonly source: LoadedSource; readonly version: Version }> {
    const { version } = bench.now();
    const def = standard.rawSheets.find(({ key }) => key === query.sheet);
    if (def === undefined) throw new InputError('import/unknown-sheet', { name: query.sheet, sheets: standard.rawSheets.map(({ sheet }) => sheet).join('、') });
    const { content, issues, headerRows } = version.reading;
    if (!content.chosen.includes(def.key)) throw new InputError('import/sheet-not-chosen', { sheet: def.sheet });
    assertHeader(def, issues);
    const read = await sourceOf(def, query);
    const source = { ...read, table: corrected(read.table, query.corrections) };
    const result = importRows(content, def, source.table, {
      map: query.map, replace: query.replace, headerRow: headerRows[def.key] ?? HEADER_ROW, maxRejectedKept: Number.MAX_SAFE_INTEGER,
      ...(query.dateOrder === null ? {} : { dateOrder: query.dateOrder }),
    });
    return { ...result, def, source, version };
  }

  return {
    previewImport: async (query, { progress } = {}) => {
      progress?.report('read', 0, 0);
      const { plan, def, source, version } = await planned(query);
      return importPreview(def, source, plan, version.reading.content.rows[def.key] ?? []);
    },
    importRows: (query, call = {}) => bench.inTurn(async () => {
      const { plan, content, def, source, version } = await planned(query);
      if (plan.refused || plan.acceptedCount === 0) throw new InputError('import/nothing-to-import', { sheet: def.sheet });
      const { workbook, reading } = version;
      const { patch, left, leftNames, measurement } = await importPatch({ workbook, ...reading }, { def, content, accepted: plan.accepted, replace: query.replace }, standard, call.progress ?? SILENT);
      const untouched = left.length + leftNames.length;
      // Cells that stay as people made them are known only from the file.
      const state = await bench.apply({ code: 'import', params: { sheet: def.sheet, count: plan.acceptedCount } }, { patch, content: left.length === 0 ? content : null, measurement }, call);
      known = null;
      return { state, accepted: plan.acceptedCount, rejected: plan.rejectedCount, left: untouched, rejectedFile: rejectedFile(source, plan, query) };
    }),
  };
}

function rejectedFile(source: LoadedSource, plan: ImportPlan, { source: { name }, language }: ImportQuery): NamedFile | null {
  if (plan.rejectedCount === 0) return null;
  const words = REJECTED_WORDS[language];
  const bytes = rejectedCsv(source.table, plan, { reason: (issues) => reasons(issues, language), reasonHeading: words.reason });
  return { name: `${name.replace(/\.[^.]*$/u, '')}${words.suffix}.csv`, file: new Blob([bytes.slice()], { type: 'text/csv' }) };
}

function reasons(issues: readonly Issue[], language: Language): string {
  return issues.map((issue) => issueText(issue, language).message).join(language === 'zh' ? '' : ' ');
}
