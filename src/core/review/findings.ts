/** The findings among the entries of 审核记录, and one of them written back. */
import { cleanText } from '../codec/clean';
import { repeatedKey, tableRows, type Entries } from '../compare/form-tables';
import type { CellValue } from '../model/cell';
import type { FieldPlace } from '../model/form';
import { anchorText, readAnchor } from './anchor';
import { FINDINGS, LEVEL_WORDS, STATE_WORDS, type Finding, type FindingLevel, type FindingState } from './finding';

const COLUMNS = ['sheet', 'cell', 'finding', 'clause', 'level', 'raisedBy', 'raised', 'answer', 'answeredBy', 'answered', 'state', 'settledBy', 'settled', 'source', 'anchor'] as const;

export type FindingColumn = (typeof COLUMNS)[number];

/** Those rows of which anything but their anchor is filled, in their order. */
export function readFindings(entries: Entries): readonly Finding[] {
  const rows = tableRows({ list: FINDINGS, columns: COLUMNS.map((key) => ({ key, label: key })) }, entries);
  return rows.flatMap(({ at, values }): Finding[] => {
    const text = (key: FindingColumn): string => textOf(values[key] ?? null);
    const day = (key: FindingColumn): number | null => dayOf(values[key] ?? null);
    if (COLUMNS.every((key) => key === 'anchor' || key === 'source' || text(key) === '')) return [];
    return [{
      number: at + 1, sheet: text('sheet'), cell: text('cell'), finding: text('finding'), clause: text('clause'), level: levelOf(text('level')),
      raisedBy: text('raisedBy'), raised: day('raised'), answer: text('answer'), answeredBy: text('answeredBy'), answered: day('answered'),
      state: stateOf(text('state')), settledBy: text('settledBy'), settled: day('settled'), source: text('source'), anchor: readAnchor(text('anchor')),
    }];
  });
}

export type FindingChange = Partial<Omit<Finding, 'number'>>;

/** The entries with these parts of a finding changed; '' and null blank their cells, parts that are not named stay as they were typed. */
export function changeFinding(entries: Entries, number: number, change: FindingChange): Entries {
  const { level, state, anchor, ...rest } = change;
  const values: Partial<Record<FindingColumn, CellValue>> = {
    ...rest,
    ...(level === undefined ? {} : { level: level === null ? null : LEVEL_WORDS[level] }),
    ...(state === undefined ? {} : { state: state === null ? null : STATE_WORDS[state] }),
    ...(anchor === undefined ? {} : { anchor: anchor === null ? null : anchorText(anchor) }),
  };
  const written: Record<string, CellValue> = { ...entries };
  for (const column of COLUMNS) {
    const value = values[column];
    if (value === undefined) continue;
    const key = `${FINDINGS}[${number - 1}].${column}`;
    if (value === null || value === '') delete written[key];
    else written[key] = value;
  }
  return written;
}

/** Number of the row for a new finding: after the last one where there is room, else a gap; null where the sheet is full. */
export function freeNumber(entries: Entries, fields: readonly FieldPlace[]): number | null {
  const room = fields.reduce((most, { key }) => {
    const repeated = repeatedKey(key);
    return repeated?.list === FINDINGS ? Math.max(most, repeated.index + 1) : most;
  }, 0);
  const used = new Set(readFindings(entries).map(({ number }) => number));
  const last = Math.max(0, ...used);
  if (last < room) return last + 1;
  for (let number = 1; number <= room; number++) if (!used.has(number)) return number;
  return null;
}

function textOf(value: CellValue): string {
  return typeof value === 'string' ? cleanText(value) : typeof value === 'number' ? String(value) : '';
}

function dayOf(value: CellValue): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? Math.floor(value) : null;
}

function levelOf(word: string): FindingLevel | null {
  return LEVELS.find((level) => LEVEL_WORDS[level] === word) ?? null;
}

function stateOf(word: string): FindingState | null {
  return STATES.find((state) => STATE_WORDS[state] === word) ?? null;
}

const LEVELS: readonly FindingLevel[] = ['must', 'should', 'note'];
const STATES: readonly FindingState[] = ['open', 'answered', 'accepted', 'rejected'];
