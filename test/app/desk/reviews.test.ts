/** The review on the desk: the same over a file and over the workbook that is open in a spreadsheet program. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { createDesk } from '../../../src/app/desk/create-desk';
import type { Desk } from '../../../src/app/desk/desk';
import { createLiveDesk } from '../../../src/app/desk/live-desk';
import type { OpenWorkbook } from '../../../src/app/ports';
import { readContent } from '../../../src/app/read-content';
import { readReview, type Review } from '../../../src/app/review-workbook';
import { loadStandard } from '../../../src/app/standard';
import { serialOfIso } from '../../../src/core/codec/date';
import { address } from '../../../src/core/model/address';
import { decodeCsv } from '../../../src/host/csv/decode-csv';
import { blobOf, blobSource } from '../../../src/host/web/blob-source';
import { createXlsxFormat } from '../../../src/host/xlsx/format';
import { portableGzip } from '../../../src/host/xlsx/package/portable-gzip';
import { memoryLive } from '../../support/memory-live';

const standard = loadStandard();
const xlsx = createXlsxFormat();
const TODAY = '2026-11-28';
const identity = { now: () => `${TODAY}T10:00:00.000Z`, newId: () => '00000000-0000-4000-8000-000000000000' };
const host = { xlsx, delimited: { decode: (bytes: Uint8Array) => decodeCsv(bytes) }, source: blobSource, identity, gzip: portableGzip };
const live = memoryLive();
const fileDesk = createDesk({ ...host, keep: blobOf }, standard);
const idea = standard.fields['E']?.find(({ key }) => key === 'idea') ?? standard.fields['E']?.[0];
const E = idea?.sheet ?? '';
const CELL = idea === undefined ? '' : address(idea.row, idea.column);
const BY = '李审核';

const DESKS: readonly (readonly [string, Desk, () => Promise<OpenWorkbook>])[] = [
  ['a file', fileDesk, async () => {
    const { file, name } = await fileDesk.file(null);
    return xlsx.open(blobSource(file, name));
  }],
  ['an open workbook', createLiveDesk({ ...host, open: () => live.open() }, standard), async () => live.file()],
];
const seen: Review[] = [];

describe.each(DESKS)('over %s', (_, desk, stored) => {
  beforeAll(async () => {
    await desk.create({ name: '试验.xlsx', profile: { enterprise: { name: '试验泵业' } }, sheets: `${E},审核记录` });
  }, 60_000);

  test('a finding is entered with who and when, and only under a name', async () => {
    await expect(desk.changeReview({ acts: [{ act: 'add', sheet: E, cell: CELL, finding: '没有思路', level: 'must', clause: '7.4' }], by: ' ' })).rejects.toMatchObject({ code: 'review/who' });
    expect((await desk.review(null)).findings).toEqual([]);
    const { numbers, review } = await desk.changeReview({ acts: [{ act: 'add', sheet: E, cell: CELL, finding: '没有思路', level: 'must', clause: '7.4' }], by: BY });
    expect(numbers).toEqual([1]);
    expect(review.findings).toMatchObject([{ number: 1, level: 'must', state: 'open', raisedBy: BY, raised: serialOfIso(TODAY), clause: '7.4', closed: false, place: { sheet: E, cell: CELL } }]);
    expect(review.counts).toEqual({ open: 1, answered: 0, closed: 0, must: 1 });
  });

  test('its step cannot be signed before it is answered and closed', async () => {
    const sign = { acts: [{ act: 'sign', stage: '7.4', party: 'enterprise' }], by: '王建国' } as const;
    await expect(desk.changeReview(sign)).rejects.toMatchObject({ code: 'review/must-first', params: { numbers: '1' } });
    await desk.changeReview({ acts: [{ act: 'answer', number: 1, answer: '已补' }], by: '王建国' });
    expect((await desk.review(null)).counts).toEqual({ open: 0, answered: 1, closed: 0, must: 1 });
    await desk.changeReview({ acts: [{ act: 'accept', number: 1 }], by: BY });
    const { review, stages } = await desk.changeReview(sign);
    expect(stages).toEqual(['7.4']);
    expect(review.signoffs.find(({ stage }) => stage === '7.4')).toMatchObject({ enterprise: { by: '王建国', on: serialOfIso(TODAY), state: 'holds' }, agency: null, mustFirst: [] });
  });

  test('a later entry breaks the signature, and is named', async () => {
    await desk.edit({ form: 'E', entries: { [idea?.key ?? '']: '先稳住交期' } });
    const review = await desk.review(null);
    expect(review.signoffs.find(({ stage }) => stage === '7.4')?.enterprise).toMatchObject({ state: 'broken', changed: [`${E} ${CELL}`] });
    expect((await desk.check(null)).issues).toContainEqual(expect.objectContaining({ code: 'consistency/sign-broken', params: expect.objectContaining({ cells: `${E} ${CELL}` }) }));
    seen.push(review);
  });

  test('all of it stands in the workbook', async () => {
    const workbook = await stored();
    expect(readReview({ workbook, ...(await readContent(workbook, standard)) }, standard)).toEqual(await desk.review(null));
  });
});

test('both come to the same', () => {
  expect(seen[1]).toEqual(seen[0]);
});

test('what was done is said when it is to be taken back: findings, then signatures', async () => {
  expect(await fileDesk.state(null)).toMatchObject({ undo: { code: 'edit' } });
  expect(await fileDesk.undo(null)).toMatchObject({ undo: { code: 'sign', params: { count: 1 } } });
  expect((await fileDesk.review(null)).signoffs.find(({ stage }) => stage === '7.4')?.enterprise?.state).toBe('holds');
  expect(await fileDesk.undo(null)).toMatchObject({ undo: { code: 'review', params: { count: 1 } } });
  expect((await fileDesk.review(null)).signoffs.find(({ stage }) => stage === '7.4')?.enterprise).toBeNull();
});
