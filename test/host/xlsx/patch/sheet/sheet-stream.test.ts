/** A sheet part cut into pieces anywhere, in any encoding, is the same sheet; what is read of it is all of it. */
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { HostError } from '../../../../../src/app/ports';
import { joinBytes } from '../../../../../src/core/model/join-bytes';
import { DEFAULT_LIMITS } from '../../../../../src/host/xlsx/package/zip';
import { rewriteSheet, type SheetPlan } from '../../../../../src/host/xlsx/patch/sheet/rewrite-sheet';
import { readSheet, type RowPiece } from '../../../../../src/host/xlsx/patch/sheet/sheet-stream';
import { MAIN } from './patched';

const part = 'sheet.xml';
const odd = `\uFEFF<?xml version="1.0" encoding="UTF-16"?><!-- <worksheet> --><x:worksheet xmlns:x="${MAIN}"><x:cols><x:col min="1" max="2" style="1"/></x:cols><x:sheetData >`
  + '\n<!-- </x:row> --><x:row r="1" z=">"><x:c r="A1" t="str"><x:v>😀é</x:v></x:c></x:row><x:row/> <x:row r="7"><x:c><x:f><![CDATA[</x:row>]]></x:f></x:c></x:row >\n</x:sheetData><x:extLst>尾</x:extLst></x:worksheet>';

async function* cut(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  let from = 0;
  const places = cuts.map((place) => place % bytes.length);
  places.sort((a, b) => a - b);
  for (const to of [...places, bytes.length]) {
    yield bytes.subarray(from, to);
    from = to;
  }
}

function utf16(text: string, big: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) new DataView(bytes.buffer).setUint16(i * 2, text.charCodeAt(i), !big);
  return bytes;
}

const cuts = fc.array(fc.nat(2000), { maxLength: 40 });
const numbers = ({ row }: RowPiece): number => row;

async function read(pieces: AsyncIterable<Uint8Array>, limits = DEFAULT_LIMITS): Promise<{ readonly text: string; readonly rows: readonly number[] }> {
  let text = '';
  const rows: number[] = [];
  for await (const piece of readSheet(pieces, part, { limits })) {
    if (piece.kind === 'head') text += piece.text + piece.data;
    else if (piece.kind === 'tail') text += piece.text;
    else {
      rows.push(...piece.rows.map(numbers));
      text += piece.rows.map(({ before, open, content, close }) => before + open + content + close).join('');
    }
  }
  return { text, rows };
}

const plan: SheetPlan = {
  part, limits: DEFAULT_LIMITS, date1904: false, styles: { isDate: () => false, dated: (style) => style }, written: null,
  writes: { blocks: [], columns: {}, formats: new Map(), filled: [], cells: new Map([[2, [{ column: 1, value: 5 }]], [8, [{ column: 2, value: 'x' }]]]) },
};

describe('pieces', () => {
  it('make the part again, wherever they are cut', async () => {
    await fc.assert(fc.asyncProperty(cuts, async (places) => {
      expect(await read(cut(new TextEncoder().encode(odd), places))).toEqual({ text: odd, rows: [1, 2, 7] });
    }));
  });

  it('of UTF-16 become UTF-8 that says so', async () => {
    const plain = odd.slice(1);
    await fc.assert(fc.asyncProperty(cuts, fc.boolean(), fc.boolean(), async (places, big, mark) => {
      const { text } = await read(cut(utf16(mark ? odd : plain, big), places));
      expect(text).toBe(plain.replace('UTF-16', 'UTF-8'));
    }));
  });

  it('are written into alike', async () => {
    const bytes = new TextEncoder().encode(odd);
    await fc.assert(fc.asyncProperty(cuts, async (places) => {
      const written = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await joinBytes(rewriteSheet(cut(bytes, places), plan)));
      expect(written).toBe(odd.replace('<x:row/>', '<x:row><x:c r="A2" s="1"><x:v>5</x:v></x:c></x:row>')
        .replace('</x:row >', '</x:row ><x:row r="8"><x:c r="B8" s="1" t="inlineStr"><x:is><x:t>x</x:t></x:is></x:c></x:row>'));
    }));
  });
});

describe('a part that cannot be read', () => {
  const bytes = new TextEncoder().encode(odd);

  it('is refused wherever it ends before its rows do', async () => {
    const end = new TextEncoder().encode(odd.slice(0, odd.indexOf('</x:sheetData>') + 13)).length;
    for (let length = 0; length < end; length += 7) await expect(read(cut(bytes.subarray(0, length), [3]))).rejects.toMatchObject({ code: 'xlsx/damaged' });
  });

  it.each([
    ['no text', Uint8Array.from([...bytes.subarray(0, 200), 0xc3, 0x28, ...bytes.subarray(200)]), DEFAULT_LIMITS, 'xlsx/damaged'],
    ['a row that is too long', new TextEncoder().encode(odd.replace('é', 'é'.repeat(5000))), { ...DEFAULT_LIMITS, maxRowCharacters: 2000 }, 'xlsx/too-large'],
    ['a head that is too long', bytes, { ...DEFAULT_LIMITS, maxPartBytes: 20 }, 'xlsx/too-large'],
  ])('has %s', async (_, content, limits, code) => {
    const places = Array.from({ length: Math.floor(content.length / 50) }, (__, i) => i * 50);
    await expect(read(cut(content, places), limits)).rejects.toThrow(HostError);
    await expect(read(cut(content, places), limits)).rejects.toMatchObject({ code });
  });
});
