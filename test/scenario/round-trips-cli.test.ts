/** The example of `zhisheng demo`, saved by other programs in between: the command line says of it what it said before. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { builtCli, type BuiltCli } from '../support/built-cli';
import { describeWithOpenpyxl } from '../support/openpyxl';
import { rewriteAsWps } from '../support/wps/rewrite-as-wps';
import { saveByOpenpyxl } from '../support/wps/save-by-openpyxl';

let cli: BuiltCli;
let example: Uint8Array;
let expected: readonly unknown[];

/** What check and measure say of a file, but for its name. */
async function answers(bytes: Uint8Array): Promise<readonly unknown[]> {
  await writeFile(join(cli.folder, 'w.xlsx'), bytes);
  const said: unknown[] = [];
  for (const verb of ['check', 'measure']) {
    // oxlint-disable-next-line no-await-in-loop -- one process after the other
    const { exit, out, err } = await cli.run(verb, 'w.xlsx', '--json');
    said.push({ verb, exit, err, document: JSON.parse(out) });
  }
  return said;
}

beforeAll(async () => {
  cli = await builtCli();
  await cli.run('demo', '--out', 'shop');
  example = await readFile(join(cli.folder, 'shop', '示例企业.xlsx'));
  expected = await answers(example);
}, 120_000);
afterAll(() => cli.remove());

it('says something', () => {
  expect(expected).toMatchObject([{ exit: 0, err: '' }, { exit: 0, err: '', document: { metrics: expect.any(Array) } }]);
});

it('WPS Office, imitated', async () => {
  expect(await answers(rewriteAsWps(example))).toEqual(expected);
}, 60_000);

describeWithOpenpyxl('openpyxl', () => {
  it('leaves what the command line says', async () => {
    const [saved = new Uint8Array()] = await saveByOpenpyxl([example]);
    expect(await answers(saved)).toEqual(expected);
  }, 120_000);
});
