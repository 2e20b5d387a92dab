import { printable } from '../../src/cli/printable';

it.each([
  ['a title of the terminal', '\u001b]0;x\u0007', '\ufffd]0;x\ufffd'],
  ['colours', '\u001b[31m红', '\ufffd[31m红'],
  ['an eight-bit command', '\u009b2J', '\ufffd2J'],
  ['going back over the line', '合格\r不合格', '合格\ufffd不合格'],
  ['writing turned round', 'a\u202egnp.exe', 'a\ufffdgnp.exe'],
  ['lines and tabs stay', 'a\tb\nc', 'a\tb\nc'],
  ['all else stays', '甲 é 😀 “x”', '甲 é 😀 “x”'],
])('%s', (_what, text, shown) => {
  expect(printable(text)).toBe(shown);
});
