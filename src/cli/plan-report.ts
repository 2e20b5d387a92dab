/** What assembling a plan did or would do: as lines for people, and as the document of `--json`. */
import { isoOf } from '../core/codec/date';
import { isPlausibleSerial } from '../core/codec/serial';
import type { FilePlan } from '../app/plan-workbook';
import { countOf } from '../app/last-check';
import type { CellValue } from '../core/model/cell';
import type { CellOutcome, PlanNote } from '../core/plan/plan-outcome';
import { cliText, type Language } from '../core/text/cli';
import { planNoteText } from '../core/text/plan-texts';

export interface PlanCall {
  readonly file: string;
  readonly dryRun: boolean;
}

/** Characters of a text that are shown. */
const SHOWN = 60;
const FIRST_DATE_LABELS = /开始|完成|日期/u;

export function planLines({ assembly, written, copy, left, check }: FilePlan, { file, dryRun }: PlanCall, language: Language): readonly string[] {
  const { cells, notes, offers, lines, taken, noRoom } = assembly;
  const say = (code: Parameters<typeof cliText>[1], params: Parameters<typeof cliText>[2] = {}): string => cliText(language, code, params);
  const list = (words: readonly string[]): string => words.join(language === 'zh' ? '、' : ', ');
  const changed = cells.filter(({ act }) => act === 'proposed' || act === 'updated');
  const sheets = [...new Set(cells.map(({ at }) => at.sheet))];
  const count = (sheet: string, act: CellOutcome['act']): number => cells.filter((cell) => cell.at.sheet === sheet && cell.act === act).length;
  return [
    ...(dryRun ? [say('import/preview')] : []),
    lines.length === 0 ? say('plan/no-lines', { file }) : say('plan/lines', { file, count: lines.length, numbers: list(lines) }),
    ...sheets.map((sheet) => say('plan/sheet', {
      sheet, proposed: count(sheet, 'proposed'), updated: count(sheet, 'updated'), same: count(sheet, 'same'), kept: count(sheet, 'kept'), dismissed: count(sheet, 'dismissed'),
    })),
    ...proposedLines(changed.filter(({ act }) => act === 'proposed'), say, list),
    ...(changed.some(({ act }) => act === 'updated') ? [say('plan/updated')] : []),
    ...changed.filter(({ act }) => act === 'updated').map((cell) => say('plan/change', { place: `${cell.at.sheet} ${cell.at.cell}`, label: labelOf(cell), was: textOf(cell.was, cell), now: textOf(cell.now, cell) })),
    ...taken.map(({ name }) => say('plan/taken', { metric: name })),
    ...noRoom.map(({ name }) => say('plan/no-room', { metric: name })),
    ...(notes.length === 0 ? [] : [say('plan/notes', { count: notes.length }), ...notes.map((note) => `  ${noteText(note, language)}`)]),
    ...(offers.length === 0 ? [] : [say('plan/offers'), ...offers.map(({ problem, item }) => say('plan/offer', { problem, item }))]),
    ...(left.left.length === 0 ? [] : [say('import/left', { count: left.left.length }), ...left.left.slice(0, 5).map(({ sheet, cell }) => `  ${sheet} ${cell}`)]),
    ...(copy === null ? [] : [say('plan/copy', { file: copy })]),
    written === null ? say(dryRun ? 'plan/not-written' : 'plan/unchanged') : say('import/done', { file: written }),
    say('plan/check', countOf(check.issues)),
  ];
}

type Say = (code: Parameters<typeof cliText>[1], params?: Parameters<typeof cliText>[2]) => string;

/** Per problem, and per sheet for the rest, what was filled. */
function proposedLines(cells: readonly CellOutcome[], say: Say, list: (words: readonly string[]) => string): readonly string[] {
  if (cells.length === 0) return [];
  const groups = new Map<string, CellOutcome[]>();
  for (const cell of cells) {
    const key = `${cell.at.sheet}${cell.number === '' ? '' : ` ${cell.number}`}`;
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  return [say('plan/proposed'), ...[...groups].map(([group, some]) => say('plan/proposed-group', { group, labels: list([...new Set(some.map(({ label }) => label))]) }))];
}

function labelOf({ number, label }: CellOutcome): string {
  return number === '' ? label : `${number} ${label}`;
}

function textOf(value: CellValue, { label }: CellOutcome): string {
  if (value === null) return '—';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'number' && FIRST_DATE_LABELS.test(label) && isPlausibleSerial(value)) return isoOf(value);
  const text = String(value).replaceAll('\n', ' ');
  return text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text;
}

function noteText({ code, at, params }: PlanNote, language: Language): string {
  const place = at === null ? '' : `${at.sheet} ${at.cell}${language === 'zh' ? '：' : ': '}`;
  return place + planNoteText(code, params, language);
}

export function planDocument({ assembly, written, copy, left, check }: FilePlan, { file, dryRun }: PlanCall, language: Language): unknown {
  const { cells, notes, offers, lines, taken, noRoom } = assembly;
  return {
    file, dryRun, written, copy,
    lines,
    cells: cells.map(({ at, label, number, act, was, now }) => ({ sheet: at.sheet, cell: at.cell, label, number, act, was, now })),
    notes: notes.map((note) => ({ code: note.code, sheet: note.at?.sheet ?? '', cell: note.at?.cell ?? '', params: note.params, message: planNoteText(note.code, note.params, language) })),
    offers, taken, noRoom,
    left: left.left, leftNames: left.leftNames,
    check: countOf(check.issues),
  };
}
