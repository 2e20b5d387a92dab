/** Every text of the pane in both languages, with the same blanks, calm. */
import { describe, expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PANE_ERRORS } from '../../../src/core/text/pane/error-texts';
import { blanksOf } from '../../../src/core/text/message';
import type { PaneTable } from '../../../src/core/text/pane/pane-text';

const FOLDER = join(__dirname, '../../../src/core/text/pane');
const tables: readonly (readonly [string, PaneTable])[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('-texts.ts') && file !== 'error-texts.ts')
  // oxlint-disable-next-line typescript/no-require-imports, typescript/no-unsafe-type-assertion -- every table there is, also those that are added
  .flatMap((file) => Object.entries(require(join(FOLDER, file)) as Readonly<Record<string, PaneTable>>));

test('there are tables', () => {
  expect(tables.length).toBeGreaterThan(3);
});

describe.each(tables)('%s', (_, table) => {
  test.each(Object.entries(table))('%s', (__, text) => {
    expect([...blanksOf(text.zh)].sort()).toEqual([...blanksOf(text.en)].sort());
    for (const sentence of [text.zh, text.en]) {
      expect(sentence.trim()).not.toBe('');
      expect(sentence).not.toMatch(/[!！]|系统/u);
    }
    expect(text.zh.split('请').length - 1).toBeLessThanOrEqual(1);
    expect(text.en.replaceAll(/首页|质升/gu, '')).not.toMatch(/\p{Script=Han}/u);
  });
});

test.each(Object.entries(PANE_ERRORS))('%s says what happened and what to do', (_, { zh, en }) => {
  for (const sentence of zh) expect(sentence).toMatch(/。$/u);
  for (const sentence of en) expect(sentence).toMatch(/\.$/u);
});
