/**
 * From a correct workbook, one corruption at a time: each is found at its cell by its code, and every code of the catalogue is
 * brought about by one of them at least. Nothing is wrong with the correct workbook.
 */
import type { Issue } from '../../src/core/issue/issue';
import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryWorkbook } from '../support/memory-workbook';
import { betweenSheets } from './between-sheets';
import { checked, checkedAsEdited, type Corrupted } from './base';
import { catalogueText, CATALOGUE_CODES } from './catalogue';
import { cellCorruptions } from './cells';
import type { Corruption } from './corruption';
import { eachFigure, eachLine } from './each-line';
import { fileCorruptions, inspected, made } from './file';
import { rowCorruptions } from './rows';
import { wholeCorruptions } from './whole';

const CONTENT = { cells: cellCorruptions, rows: rowCorruptions, betweenSheets, eachLine, eachFigure, whole: wholeCorruptions } as const;
const all: readonly { readonly name: string; readonly code: string }[] = [...Object.values(CONTENT).flat(), ...fileCorruptions];

const brief = ({ code, sheet, cell }: Issue): string => `${code} ${sheet}!${cell}`;

/** What was not found, with what was said instead. */
function missed({ name, code, at, corrupted }: Corruption): readonly string[] {
  const onlyRows = Object.keys(corrupted).every((part) => part === 'rows');
  const said = (onlyRows ? checkedAsEdited(corrupted) : checked(corrupted)).issues.map(brief);
  return said.includes(`${code} ${at}`) ? [] : [`${name}: ${code} ${at} is not among ${said.slice(0, 5).join(', ')}`];
}

test('nothing is wrong with the correct workbook, nor with the correct file', async () => {
  expect(checked({}).issues).toEqual([]);
  expect(checkedAsEdited({}).issues).toEqual([]);
  expect(await inspected(memoryWorkbook(made))).toEqual([]);
});

test('there are many, no two alike', () => {
  expect(all.length).toBeGreaterThan(1000);
  const names = all.map(({ name, code }) => `${name} ${code}`);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

describe.each(Object.entries(CONTENT))('%s', (_, corruptions) => {
  test('each is found at its cell', () => expect(corruptions.flatMap(missed)).toEqual([]), 60_000);
});

test('between sheets each says what it is and nothing else', () => {
  const said = (corrupted: Corrupted): readonly string[] => checked(corrupted).issues.filter(({ code }) => code.startsWith('consistency/')).map(brief).sort();
  const differing = betweenSheets.filter(({ corrupted, all: expected }) => JSON.stringify(said(corrupted)) !== JSON.stringify([...expected].sort()));
  expect(differing.map(({ name }) => name)).toEqual([]);
});

test('what is done to the file is found at its cell', async () => {
  const lost: string[] = [];
  for (const { name, code, at, book } of fileCorruptions) {
    // oxlint-disable-next-line no-await-in-loop -- one workbook in memory at a time
    const said = (await inspected(book())).map(brief);
    if (!said.includes(`${code} ${at}`)) lost.push(`${name}: ${code} ${at} is not among ${said.slice(0, 5).join(', ')}`);
  }
  expect(lost).toEqual([]);
}, 60_000);

test('errors in rows keep the results from being done', () => {
  const { stages } = checked({ rows: { deliveries: [{ orderNo: 'A' }] } });
  expect(stages.find(({ key }) => key === '7.6')?.missing.map(brief)).toEqual(['stage/data-errors 数据_销售交付!']);
});

test('every code of the catalogue has a corruption', () => {
  const hit = new Set([...all.map(({ code }) => code), 'stage/data-errors']);
  expect(CATALOGUE_CODES.filter((code) => !hit.has(code))).toEqual([]);
  expect([...hit].filter((code) => !CATALOGUE_CODES.includes(code))).toEqual([]);
});

test('docs/rules.md is the catalogue as npm run rules writes it', async () => {
  expect(readFileSync(join(__dirname, '../../docs/rules.md'), 'utf8')).toBe(await catalogueText());
}, 60_000);
