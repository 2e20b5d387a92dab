/** Copies on the desk: what the command line sent comes back, is compared and merged into the open workbook, undone and done again; seals hold it against what was sealed. */
import { createDesk } from '../../../src/app/desk/create-desk';
import type { Desk } from '../../../src/app/desk/desk';
import type { NamedFile } from '../../../src/app/desk/named-file';
import type { MergeQuery } from '../../../src/app/desk/travel-data';
import { loadStandard } from '../../../src/app/standard';
import { decodeCsv } from '../../../src/host/csv/decode-csv';
import { blobOf, blobSource } from '../../../src/host/web/blob-source';
import { createXlsxFormat } from '../../../src/host/xlsx/format';
import { portableGzip } from '../../../src/host/xlsx/package/portable-gzip';
import { memoryHost, type MemoryHost } from '../../support/cli-host';
import { countedIdentity } from '../../support/counted-identity';

let made = 0;
const desk = (): Desk => createDesk({ xlsx: createXlsxFormat(), delimited: { decode: (bytes) => decodeCsv(bytes) }, source: blobSource, keep: blobOf, identity: countedIdentity(() => ++made), gzip: portableGzip }, loadStandard());
const fileOf = (host: MemoryHost, name: string): NamedFile => ({ name, file: new Blob([(host.files.get(name) ?? new Uint8Array()).slice()]) });
const query = (theirs: NamedFile): MergeQuery => ({ theirs, base: null, key: null, by: '张文员' });

async function nameIn(of: Desk): Promise<string | undefined> {
  return (await of.state(null))?.enterprise;
}

test('a copy comes back to the desk', async () => {
  const host = memoryHost();
  await host.run('new', '--out', 'w.xlsx', '--sheets', '客户,审核记录');
  await host.run('share', 'w.xlsx', '--out', 'copy.xlsx');
  await host.run('share', 'w.xlsx', '--out', 'anon.xlsx', '--pseudonyms');
  const helper = desk();
  await helper.open(fileOf(host, 'copy.xlsx'));
  await helper.edit({ form: 'home', entries: { 'enterprise.name': '乙泵业', 'enterprise.city': '宿迁市' } });
  const back = { ...(await helper.file(null)), name: '寄回.xlsx' };

  const clerk = desk();
  await clerk.open(fileOf(host, 'w.xlsx'));
  await clerk.edit({ form: 'home', entries: { 'enterprise.city': '徐州市', 'agency.name': '正和咨询' } });
  const before = await clerk.state(null);
  expect(await clerk.compare({ other: back })).toMatchObject({ sameWorkbook: true, hasAncestor: true, counts: { entry: 3, row: 0 } });
  const preview = await clerk.previewMerge(query(back));
  expect(preview).toMatchObject({ ancestor: 'stamp', taken: [{ name: { sheet: '首页', label: '企业名称' } }], conflicts: [{ conflict: { kind: 'value', mine: '徐州市', theirs: '宿迁市' } }] });
  // Looking at it changed nothing.
  expect(await clerk.state(null)).toEqual(before);
  const { state, report } = await clerk.merge(query(back));
  expect(report.conflicts).toHaveLength(1);
  expect(state).toMatchObject({ dirty: true, enterprise: '乙泵业', undo: { code: 'merge', params: { name: '寄回.xlsx', count: 1 } } });
  expect((await clerk.form({ key: 'home' })).key).toBe('home');
  await clerk.undo(null);
  expect(await nameIn(clerk)).toBe('');
  await clerk.redo(null);
  expect(await nameIn(clerk)).toBe('乙泵业');
  // What came once is known: a second merge brings nothing.
  expect((await clerk.previewMerge(query(back))).taken).toEqual([]);

  // A copy with pseudonyms asks for its list.
  await expect(clerk.previewMerge(query(fileOf(host, 'anon.xlsx')))).rejects.toMatchObject({ code: 'key/needed', params: { file: 'anon.xlsx' } });
  expect((await clerk.previewMerge({ ...query(fileOf(host, 'anon.xlsx')), key: fileOf(host, 'w.化名对照.json') })).conflicts).toEqual([]);
  await expect(clerk.compare({ other: { name: '坏.xlsx', file: new Blob(['no workbook']) } })).rejects.toMatchObject({ params: { file: '坏.xlsx' } });

  await expect(clerk.verify({ digest: null })).rejects.toMatchObject({ code: 'seal/none' });
  const sealed = await clerk.seal({ by: '王德厚' });
  expect([sealed.seal.number, sealed.kept, sealed.state.undo]).toEqual([1, true, { code: 'seal', params: { count: 1 } }]);
  expect(await clerk.verify({ digest: sealed.seal.digest })).toMatchObject({ broken: null, changes: [], noted: true });
  await clerk.edit({ form: 'home', entries: { 'agency.name': '另一家' } });
  expect((await clerk.verify({ digest: null })).changes).toEqual(expect.arrayContaining([expect.objectContaining({ sheet: '首页', kind: 'cell', before: '正和咨询', after: '另一家' })]));
  // The command line finds the same in the file that the desk gives.
  host.files.set('out.xlsx', new Uint8Array(await (await clerk.file(null)).file.arrayBuffer()));
  expect(await host.run('verify', 'out.xlsx')).toMatchObject({ exit: 1, out: expect.stringContaining('原来“正和咨询”，现在“另一家”') });
}, 120_000);
