import { createProgress, type ProgressLine } from '../../src/cli/progress';

function record(terminal: boolean): { readonly progress: ProgressLine; readonly written: string[]; readonly at: (time: number) => void } {
  const written: string[] = [];
  let time = 0;
  const sink = { terminal, write: (text: string) => written.push(text), now: () => time };
  return { progress: createProgress(sink, (code, done, total) => `${code} ${done}/${total}`), written, at: (now) => (time = now) };
}

test('a terminal shows a line that rewrites itself at most ten times a second and goes away', () => {
  const { progress, written, at } = record(true);
  progress.report('read', 1, 3);
  at(50);
  progress.report('read', 2, 3);
  at(120);
  progress.report('read', 3, 3);
  progress.end();
  expect(written).toEqual(['\r\u001B[Kread 1/3', '\r\u001B[Kread 3/3', '\r\u001B[K']);
});

test('elsewhere short work is silent, long work says a line every five seconds', () => {
  const { progress, written, at } = record(false);
  for (let time = 0; time <= 11_000; time += 500) {
    at(time);
    progress.report('read', time, 0);
  }
  progress.end();
  expect(written).toEqual(['read 5000/0\n', 'read 10000/0\n']);
});
