/** Text of large parts: no character is lost where pieces or zones are cut. */
import { describe, expect, it, jest } from '@jest/globals';
import { rewriteTail } from '../../../../src/host/xlsx/patch/sheet-frame';
import { betweenCharacters, sheetTexts } from '../../../../src/host/xlsx/patch/sheet-text';
import { findMarkup } from '../../../../src/host/xlsx/patch/sheet/xml-text';
import { joinBytes } from '../../../../src/core/model/join-bytes';

async function* pieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield await Promise.resolve(bytes.subarray(at, at + length));
}

async function textOf(bytes: Uint8Array, length = 1): Promise<string> {
  let text = '';
  for await (const piece of sheetTexts(pieces(bytes, length), 's.xml')) text += piece;
  return text;
}

const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'));

describe('sheetTexts', () => {
  it('says UTF-8 in a declaration of UTF-16, however short the part', async () => {
    expect(await textOf(utf16('<?xml version="1.0" encoding="UTF-16"?><a/>'))).toBe('<?xml version="1.0" encoding="UTF-8"?><a/>');
    const long = `<a>${'文'.repeat(300)}</a>`;
    expect(await textOf(utf16(`<?xml version="1.0" encoding='utf-16'?>${long}`), 7)).toBe(`<?xml version="1.0" encoding='UTF-8'?>${long}`);
  });

  it('keeps the byte order mark of UTF-8', async () => {
    expect(await textOf(new TextEncoder().encode('\uFEFF<a>𠮷</a>'))).toBe('\uFEFF<a>𠮷</a>');
  });

  it('refuses bytes that are no text', async () => {
    await expect(textOf(Uint8Array.from([60, 97, 62, 0xc3, 0x28, 60]))).rejects.toMatchObject({ code: 'xlsx/damaged', params: { part: 's.xml' } });
  });
});

describe('betweenCharacters', () => {
  it('steps before a pair of surrogates', () => {
    expect([0, 1, 2, 3, 4].map((at) => betweenCharacters('a𠮷b', at))).toEqual([0, 1, 1, 3, 4]);
  });
});

it('rows of characters beyond the first plane pass whole, wherever they are cut', async () => {
  const rows = Array.from({ length: 60 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="inlineStr"><is><t>${'𠮷'.repeat(i)}</t></is></c></row>`).join('');
  const sheet = `<worksheet><sheetData>${rows}</sheetData><pageMargins/></worksheet>`;
  const bytes = new TextEncoder().encode(sheet);
  for (const length of [1, 3, 64, 257]) {
    const after = await joinBytes(rewriteTail('s.xml', (frame) => frame.replace('<pageMargins/>', '<pageMargins/><drawing/>'))(pieces(bytes, length)));
    expect(new TextDecoder('utf-8', { fatal: true }).decode(after)).toBe(sheet.replace('<pageMargins/>', '<pageMargins/><drawing/>'));
  }
});

describe('findMarkup', () => {
  it('finds behind comments and CDATA, not within', () => {
    expect(findMarkup('<!-- <c> --><![CDATA[<c>]]><c>', '<c', 0)).toBe(27);
    expect(findMarkup('<!-- <c', '<c', 0)).toBe(-1);
  });

  it('looks for what it wants once, however many comments stand before it', () => {
    const text = `${'<!-- -->'.repeat(50_000)}<c>`;
    const indexOf = jest.spyOn(String.prototype, 'indexOf');
    try {
      expect(findMarkup(text, '<c', 0)).toBe(400_000);
      expect(indexOf.mock.calls.filter(([wanted]) => wanted === '<c')).toHaveLength(1);
    } finally {
      indexOf.mockRestore();
    }
  });
});
