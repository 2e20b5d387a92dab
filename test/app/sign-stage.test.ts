/** Signatures over a step: any change of what was filled in breaks them and is named, nothing else does. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { makeContent } from '../../src/app/make-content';
import { signStage, unsignStage } from '../../src/app/sign-stage';
import { loadStandard } from '../../src/app/standard';
import { contentOf, placeOf } from '../core/check/consistency/base-content';
import { checkWorkbook } from '../../src/app/check-workbook';
import { BlockBuilder } from '../../src/core/model/block-builder';
import type { WorkbookContent } from '../../src/core/model/content';
import { NO_STATES, signatureStates } from '../../src/core/review/check-signoffs';
import { readSignedSheet, signedSheet } from '../../src/core/review/signed-sheet';
import { readGrid } from '../../src/app/read-grid';
import { memoryWorkbook } from '../support/memory-workbook';

const standard = loadStandard();
const BASE = contentOf({});
const REQUEST = { stage: '7.4', party: 'enterprise', by: '示例总经理', on: 45_900 } as const;
const { content: SIGNED, signed: STATES } = signStage(BASE, NO_STATES, REQUEST, standard);
const stateOf = (content: WorkbookContent, states = STATES) => signatureStates(content, states, standard)[0];
const changed = (form: string, key: string, value: string | number | null): WorkbookContent => makeContent({ ...SIGNED, entries: { ...SIGNED.entries, [form]: { ...SIGNED.entries[form], [key]: value } } });

test('a signature holds, and says who, when and over what', () => {
  expect(stateOf(SIGNED)).toMatchObject({ stage: '7.4', party: 'enterprise', by: '示例总经理', on: 45_900, state: 'holds', changed: [] });
  expect(checkWorkbook({ content: SIGNED, readIssues: [], results: [], changes: [], signed: STATES }, standard).issues.filter(({ code }) => code.startsWith('consistency/sign'))).toEqual([]);
});

test('every field of the step breaks it when it changes, and is named; no field of another step does', () => {
  const fields = Object.entries(standard.fields).filter(([form]) => form !== 'review').flatMap(([form, places]) => places.map((place) => ({ form, place })));
  fc.assert(fc.property(fc.constantFrom(...fields), ({ form, place }) => {
    const after = stateOf(changed(form, place.key, '改过'));
    expect(after).toMatchObject(form === 'E' ? { state: 'broken', changed: [placeOf('E', place.key).replace('!', ' ')] } : { state: 'holds' });
  }), { numRuns: 300 });
});

test('the step is open again in the overview, by the sentence that names the cell', () => {
  const { stages, issues } = checkWorkbook({ content: changed('E', 'lines[0].owner', '张三'), readIssues: [], results: [], changes: [], signed: STATES }, standard);
  const said = issues.find(({ code }) => code === 'consistency/sign-broken');
  expect(said?.params['cells']).toBe(placeOf('E', 'lines[0].owner').replace('!', ' '));
  expect(stages.find(({ key }) => key === '7.4')?.missing).toContainEqual(said);
});

test('without what was kept the change is found all the same; where names are pseudonyms nothing is said', () => {
  const content = changed('E', 'lines[0].owner', '张三');
  expect(stateOf(content, NO_STATES)).toMatchObject({ state: 'broken', changed: [] });
  const [code = ''] = STATES.keys();
  expect(stateOf(content, new Map([[code, { ...STATES.get(code), 'E\u0001overall': 't伪造' }]]))).toMatchObject({ state: 'broken', changed: [] });
  expect(stateOf(content, new Map([[code, null]]))).toMatchObject({ state: 'elsewhere' });
});

test('the confirmation that the form prints is written with it where it is blank', () => {
  const blank = makeContent({ ...BASE, entries: { ...BASE.entries, E: { ...BASE.entries['E'], confirmation: null } } });
  expect(signStage(blank, NO_STATES, REQUEST, standard).content.entries['E']?.['confirmation']).toBe('确认，同意。示例总经理 2025-08-31');
  expect(SIGNED.entries['E']?.['confirmation']).toBe(BASE.entries['E']?.['confirmation']);
});

describe('raw rows, in step 7.6', () => {
  const def = standard.rawSheets.find(({ key }) => key === 'deliveries');
  const columns = (def?.columns ?? []).map(({ key }) => key);
  const withOrders = (orders: readonly (readonly [string, number])[]): WorkbookContent => {
    const rows = new BlockBuilder(columns);
    orders.forEach(([order, quantity], i) => rows.add(4 + i * 2, columns.map((key) => (key === 'orderNo' ? order : key === 'quantity' ? quantity : null))));
    return makeContent({ ...BASE, rows: { deliveries: rows.blocks() } });
  };
  const orders = [['D1', 1], ['D2', 2], ['D3', 3]] as const;
  const { content, signed } = signStage(withOrders(orders), NO_STATES, { ...REQUEST, stage: '7.6' }, standard);
  const after = (rows: readonly (readonly [string, number])[]) => stateOf({ ...content, rows: withOrders(rows).rows }, signed);

  test('may be sorted; a changed one is named by its key', () => {
    expect(after([['D3', 3], ['D1', 1], ['D2', 2]])).toMatchObject({ state: 'holds' });
    expect(after([['D1', 1], ['D2', 5], ['D3', 3]])).toMatchObject({ state: 'broken', changed: ['数据_销售交付 订单号=D2'] });
    expect(after([['D1', 1], ['D3', 3]])).toMatchObject({ state: 'broken', changed: ['数据_销售交付 订单号=D2'] });
  });
});

test('an open finding that must be put right stands before it; who signed needs not sign again', () => {
  const open = makeContent({ ...BASE, entries: { ...BASE.entries, review: { 'findings[4].sheet': '附录E 提升方案', 'findings[4].finding': '改', 'findings[4].level': '必须修改', 'findings[4].state': '待答复' } } });
  expect(() => signStage(open, NO_STATES, REQUEST, standard)).toThrow(expect.objectContaining({ code: 'review/must-first', params: { stage: '7.4', numbers: '5' } }));
  expect(() => signStage(SIGNED, STATES, REQUEST, standard)).toThrow(expect.objectContaining({ code: 'review/signed' }));
  expect(() => signStage(BASE, NO_STATES, { ...REQUEST, stage: '7.9' }, standard)).toThrow(expect.objectContaining({ code: 'review/stage' }));
  const taken = unsignStage(SIGNED, STATES, '7.4', 'enterprise');
  expect([taken.signed.size, taken.content.entries['review']]).toEqual([0, BASE.entries['review']]);
});

test('what was signed goes through its sheet', async () => {
  const book = memoryWorkbook({ sheets: [signedSheet(new Map([...STATES, ['Qelsewhere', null]]), '说明')], names: [] });
  expect(readSignedSheet(await readGrid(book, '质升_签字', Infinity))).toEqual(new Map([...STATES, ['Qelsewhere', null]]));
});
