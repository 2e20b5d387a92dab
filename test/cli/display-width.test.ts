import { displayWidth, pad, tableLines } from '../../src/cli/display-width';

test.each([
  ['abc', 3],
  ['中文', 4],
  ['(万元)', 6],
  ['（万元）', 8],
  ['e\u0301', 1],
  ['─', 1],
  ['𠮷', 2],
])('%s takes %d columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test('pads by columns, never cuts', () => {
  expect(pad('中', 4, 'left')).toBe('中  ');
  expect(pad('中', 4, 'right')).toBe('  中');
  expect(pad('中文字', 4, 'left')).toBe('中文字');
});

test('a table keeps its columns below each other and leaves no blanks at the ends', () => {
  const lines = tableLines(['名称', 'n'], [['合格率', '7'], ['x', '123']], ['left', 'right']);
  expect(lines).toEqual(['名称      n', '──────  ───', '合格率    7', 'x       123']);
});
