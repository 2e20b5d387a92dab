import { suggest } from '../../src/cli/suggest';

const VERBS = ['demo', 'new', 'import', 'check', 'measure'];

test.each([
  ['imprt', 'import'],
  ['chekc', 'check'],
  ['MEASURE', 'measure'],
  ['meas', 'measure'],
  ['nwe', null],
  ['ne', 'new'],
  ['xyzzy', null],
  ['', null],
])('%j -> %j', (typed, expected) => {
  expect(suggest(typed, VERBS)).toBe(expected);
});

test('a Chinese name typed with one character wrong', () => {
  expect(suggest('数据_销售交货', ['数据_采购', '数据_销售交付'])).toBe('数据_销售交付');
});
