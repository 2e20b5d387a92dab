/** What is worth knowing before a workbook is sent: things that it carries besides its entries. */
import { RECORD_SHEET } from '../core/copy/record-sheet';
import { address } from '../core/model/address';
import { SIGNED_SHEET } from '../core/review/signed-sheet';
import type { ShareCode } from '../core/text/share-texts';
import { buildWorkbook } from './build-workbook';
import { checkWorkbook } from './check-workbook';
import { countOf } from './last-check';
import { inspectWorkbook } from './inspect-workbook';
import { measure } from './measure';
import type { ReadableWorkbook } from './ports';
import type { ContentReading } from './read-content';
import type { Standard } from './standard';
import type { PackageFacts } from './travel-ports';

export interface ShareNote {
  readonly code: ShareCode;
  readonly params: Readonly<Record<string, string | number>>;
}

const MOST_MAIL = 20 * 1024 * 1024;
const WEB = /\b(?:WEBSERVICE|IMPORTDATA|IMPORTXML|RTD)\s*\(|\|'?[^!'|]*'?!|HYPERLINK\s*\(\s*"https?:/i;
const LISTED = 10;

/** Throws `HostError` when a sheet is damaged. */
export async function shareNotes(workbook: ReadableWorkbook, reading: ContentReading, facts: PackageFacts, standard: Standard): Promise<readonly ShareNote[]> {
  const measurement = measure(reading.content);
  const spec = buildWorkbook(reading.content, standard, measurement);
  const readIssues = await inspectWorkbook(workbook, reading, standard, spec);
  const { error } = countOf(checkWorkbook({ content: reading.content, readIssues, places: reading.places, sheetNames: workbook.sheetNames, signed: reading.signed, results: measurement.results, changes: measurement.changes }, standard).issues);
  const web = await webFormulas(workbook);
  const ours = new Set([RECORD_SHEET, SIGNED_SHEET, ...spec.sheets.map(({ name }) => name)]);
  const hidden = facts.hiddenSheets.filter((name) => !ours.has(name));
  const personal = Object.entries(facts.personal).filter(([, value]) => !PROGRAMS.test(value));
  const note = (wanted: boolean, code: ShareCode, params: ShareNote['params'] = {}): readonly ShareNote[] => (wanted ? [{ code, params }] : []);
  return [
    ...note(error > 0, 'share/errors', { count: error }),
    ...note(facts.macros, 'share/macros'),
    ...note(facts.externalLinks.length > 0, 'share/external-links', { count: facts.externalLinks.length, links: listed(facts.externalLinks) }),
    ...note(facts.programLinks > 0, 'share/program-links', { count: facts.programLinks }),
    ...note(web.length > 0, 'share/web-formulas', { count: web.length, cells: listed(web) }),
    ...note(facts.connections, 'share/connections'),
    ...note(hidden.length > 0, 'share/hidden-sheets', { sheets: listed(hidden) }),
    ...note(facts.comments > 0, 'share/comments', { count: facts.comments, authors: listed(facts.commentAuthors) }),
    ...note(personal.length > 0, 'share/personal', { values: personal.map(([key, value]) => `${key}=${value}`).join('、') }),
    ...note(facts.embedded.length > 0, 'share/embedded', { count: facts.embedded.length, files: listed(facts.embedded) }),
    ...note(facts.pictures.count > 0, 'share/pictures', { count: facts.pictures.count, size: sizeText(facts.pictures.bytes) }),
    ...note(facts.size > MOST_MAIL, 'share/large', { size: sizeText(facts.size) }),
  ];
}

/** Programs that name themselves where people's names belong. */
const PROGRAMS = /^(?:质升|openpyxl|xlsxwriter|Apache POI|LibreOffice.*|Microsoft.*)$/i;

/** A formula that fetches something, or starts another program. */
export const reachesOut = (formula: string): boolean => WEB.test(formula);

async function webFormulas(workbook: ReadableWorkbook): Promise<readonly string[]> {
  const found: string[] = [];
  for (const sheet of workbook.sheetNames) {
    // oxlint-disable-next-line no-await-in-loop -- one sheet is inflated at a time
    for await (const { row, cells } of workbook.rows(sheet)) for (const [column, { formula }] of cells) if (formula !== undefined && reachesOut(formula)) found.push(`${sheet}!${address(row, column)}`);
  }
  return found;
}

function listed(names: readonly string[]): string {
  return names.slice(0, LISTED).join('、') + (names.length > LISTED ? ` … ${names.length}` : '');
}

export function sizeText(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
