/** Code -> sentence for issues, host errors and reasons of metrics: the only place that looks them up. */
import type { Issue } from '../issue/issue';
import { cellTexts } from './cell-texts';
import type { Language } from './cli';
import { consistencyTexts } from './consistency-texts';
import { hostTexts } from './host-texts';
import { importTexts } from './import-texts';
import { messageOf, type Message, type Params, type Text, type TextTable } from './message';
import { sheetTexts } from './sheet-texts';
import { tamperTexts } from './tamper-texts';

/** Sentences by issue code. */
export const issueTexts = { ...cellTexts, ...sheetTexts, ...consistencyTexts, ...tamperTexts, ...importTexts } as const satisfies TextTable;

function lookUp(table: TextTable, code: string): Text {
  const text = Object.hasOwn(table, code) ? table[code] : undefined;
  if (text === undefined) throw new RangeError(`no sentence for ${code}`);
  return text;
}

/** What is wrong, and what to do. The place (`issuePlace`) is not repeated. Throws `RangeError` for an unknown code. */
export function issueText({ code, cell, params }: Issue, language: Language): Message {
  const text = lookUp(issueTexts, code);
  // Where the place has said the cell already, it is not named again.
  if (cell === '' || params['range'] !== cell) return messageOf(text, params, language);
  const { message, repair } = messageOf(text, { ...params, range: THIS_CELL[language] }, language);
  return { message: language === 'zh' ? message.replaceAll(`${THIS_CELL.zh} `, THIS_CELL.zh) : message.replace(/^t/u, 'T'), repair };
}

const THIS_CELL: Readonly<Record<Language, string>> = { zh: '这一格', en: 'this cell' };

const WHOLE_WORKBOOK: Readonly<Record<Language, string>> = { zh: '整本工作簿', en: 'The whole workbook' };

/** Where: `数据_销售交付 F17`, or a row of the source of an import. */
export function issuePlace({ sheet, cell, params }: Issue, language: Language): string {
  if (sheet === '') return WHOLE_WORKBOOK[language];
  if (cell !== '') return `${sheet} ${cell}`;
  const { row } = params;
  if (row === undefined) return sheet;
  return language === 'zh' ? `${sheet} 来源第 ${row} 行` : `${sheet}, source row ${row}`;
}

/** Where, what, why and what to do, in one line. */
export function issueSentence(issue: Issue, language: Language): string {
  const { message, repair } = issueText(issue, language);
  return language === 'zh' ? `${issuePlace(issue, language)}：${message}${repair}` : `${issuePlace(issue, language)}: ${message} ${repair}`;
}

export function isHostCode(code: string): code is keyof typeof hostTexts {
  return Object.hasOwn(hostTexts, code);
}

/** What happened to the file, and what to do. Throws `RangeError` for an unknown code. */
export function hostErrorText(code: string, params: Params, language: Language): Message {
  return messageOf(lookUp(hostTexts, code), params, language);
}
