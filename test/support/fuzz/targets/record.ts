/** What the very hidden sheet of a workbook holds, after somebody touched it: the packed states of copies, and the seals. */
import { packContent, readCopyRecord, unpackContent, recordSpec } from '../../../../src/app/copy-record';
import { readSealedStates, readSeals, sealRows } from '../../../../src/app/seals';
import { packText } from '../../../../src/app/packed-text';
import type { RecordRow } from '../../../../src/core/copy/record-sheet';
import { brokenSeal, changesSince, makeSeal, sheetState } from '../../../../src/core/copy/seal';
import { commonAncestor, type CopyRecord } from '../../../../src/core/copy/stamp';
import { nodeGzip } from '../../../../src/host/node/gzip';
import { memoryWorkbook } from '../../memory-workbook';
import { changedBook, plainBook, readable, type PlainBook } from '../changed-book';
import { mutateJson, type Json } from '../mutate-json';
import type { Random } from '../random';
import { NASTY_TEXTS } from '../words';
import { smallContent } from './content';
import { refused, RIGHT, wrong, type Judgement, type Target } from './target';

const STATE: Json = { version: 1, chosen: ['home', 'deliveries'], entries: { home: { 'enterprise.name': '甲厂', asOf: 45_657 } }, rows: { deliveries: { orderNo: ['1', '2'], quantity: [1, null] } }, side: { satisfaction: [{ item: '甲', weight: 0.5 }] } };

function changedText(text: string, random: Random): string {
  const at = random.int(text.length);
  switch (random.int(6)) {
    case 0: return text.slice(0, at);
    case 1: return text.slice(0, at) + random.pick(NASTY_TEXTS) + text.slice(at);
    case 2: return random.pick(NASTY_TEXTS);
    default: return text.slice(0, at) + String.fromCharCode(43 + random.int(80)) + text.slice(at + 1);
  }
}

interface Seeds {
  readonly packed: string;
  readonly sealed: PlainBook;
  readonly record: CopyRecord;
}

async function seeds(root: string): Promise<Seeds> {
  const packed = (await packContent(smallContent(root), nodeGzip)) ?? '';
  const stamp = { workbook: 'w', copy: 'c', parent: 'p', at: '2025-01-01T00:00:00+08:00', by: '甲', to: '乙', pseudonyms: '' };
  const record: CopyRecord = { stamp, snapshots: [{ of: 'p', at: stamp.at, packed }, { of: 'q', at: stamp.at, packed: 'x' }] };
  const state = sheetState(new Map([[1, new Map([[1, { value: '甲' }]])]]));
  const first = makeSeal(new Map([['首页', state], ['constructor', state]]), undefined, stamp.at, '甲');
  const { rows } = await sealRows([], [first, makeSeal(new Map([['首页', state]]), first, stamp.at, '')], new Map([['首页', state]]), nodeGzip);
  return { packed, record, sealed: await plainBook(memoryWorkbook({ sheets: [recordSpec(record, rows)], names: [] })) };
}

export const recordTarget: Target = {
  name: 'record', share: 30,
  create: async (root) => {
    const { packed, sealed, record } = await seeds(root);
    const state = sheetState(new Map([[1, new Map([[1, { value: '乙' }]])]]));
    return async (random: Random): Promise<Judgement> => {
      if (random.once(3)) return (await unpackContent({ packed: changedText(packed, random) }, nodeGzip)) === null ? refused('packed') : RIGHT;
      if (random.once(2)) {
        const text = mutateJson(STATE, random, ['deliveries', 'home', 'rows']);
        return (await unpackContent({ packed: (await packText(text, nodeGzip)) ?? '' }, nodeGzip)) === null ? refused('state') : RIGHT;
      }
      const { record: found, others } = await readCopyRecord(readable(changedBook(sealed, random, 3)));
      if (found !== null) commonAncestor(found, record);
      const rows: readonly RecordRow[] = random.once(3) ? others.map(([kind = '', ...cells]) => [kind, ...cells.map((cell) => changedText(cell, random))]) : others;
      const seals = readSeals(rows);
      if (seals === null) return refused('seal');
      brokenSeal(seals);
      const kept = await readSealedStates(rows, nodeGzip);
      const [last] = seals.slice(-1);
      if (last === undefined) return refused('no seal');
      const added = random.pick(NASTY_TEXTS);
      const changes = changesSince(last, kept, new Map([['首页', state], [added, state]]));
      return changes.some(({ sheet, kind }) => sheet === added && kind !== 'cell') || Object.hasOwn(last.sheets, added) ? RIGHT : wrong(`the new sheet ${JSON.stringify(added)} is passed over`);
    };
  },
};
