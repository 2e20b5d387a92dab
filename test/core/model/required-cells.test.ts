/** When a cell counts as filled, and which cells a form asks for. */
import { assert, property, string, stringMatching } from 'fast-check';
import { cleanText } from '../../../src/core/codec/clean';
import { isFilled } from '../../../src/core/model/filled';
import type { FieldPlace } from '../../../src/core/model/form';
import { requiredCells, requiredPlaces } from '../../../src/core/model/required-cells';
import { expect, test } from '@jest/globals';

const place = (key: string, more: Partial<FieldPlace> = {}): FieldPlace => ({ key, sheet: '表', row: 1, column: 1, kind: 'text', required: false, label: key, clause: '', ...more });

test('a text is filled when cleaning leaves anything of it', () => {
  const texts = stringMatching(/^[ \u3000\u00a0\n\t\u200b\ufeffa字]*$/u);
  for (const some of [texts, string({ unit: 'binary' })]) assert(property(some, (text) => expect(isFilled(text)).toBe(cleanText(text) !== '')));
});

test.each([[null, false], ['', false], [0, true], [false, true], [{ error: '#N/A' }, true]])('%j is filled: %s', (value, filled) => expect(isFilled(value)).toBe(filled));

test('what is required always, in a begun row, and unless another cell waives it', () => {
  const row = (i: number): readonly FieldPlace[] => {
    const group = `r[${i}]`;
    return [
      place(`${group}.name`, { required: 'row', group }), place(`${group}.note`, { group }), place(`${group}.state`, { group }),
      place(`${group}.who`, { required: 'row', group, unless: { key: `${group}.state`, value: '无' } }),
    ];
  };
  const places = [place('title', { required: true }), place('free'), ...row(0), ...row(1), ...row(2)];
  const entries = { title: ' ', free: 'x', 'r[1].note': '记', 'r[2].state': '无', 'r[2].who': '甲' };
  expect(requiredPlaces(places, entries).map(({ key }) => key)).toEqual(['title', 'r[1].name', 'r[1].who', 'r[2].name']);
  expect(requiredCells(places, { ...entries, 'r[1].who': '乙' })).toMatchObject({ total: 4, filled: 1, missing: [{ key: 'title' }, { key: 'r[1].name' }, { key: 'r[2].name' }] });
});
