import { describe, expect, it } from '@jest/globals';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { HostError } from '../../../../src/app/ports';
import { DEFAULT_LIMITS, openZip, type Limits } from '../../../../src/host/xlsx/read/zip';

const bomb = zipSync({ 'xl/bomb.xml': new Uint8Array(40 << 20), 'small.xml': strToU8('<a/>') }, { level: 9 });

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof HostError) return error.code;
    throw error;
  }
  return 'nothing';
}

/** Overwrites the declared size in the central directory entry of `path`. */
function declare(bytes: Uint8Array, path: string, size: number): Uint8Array {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  for (let at = 0; at + 46 < changed.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50 && strFromU8(changed.subarray(at + 46, at + 46 + path.length)) === path) view.setUint32(at + 24, size, true);
  }
  return changed;
}

describe('limits', () => {
  it.each<[string, Partial<Limits>, string]>([
    ['ratio', {}, 'xlsx/too-large'],
    ['entry', { maxRatio: Infinity, maxEntryBytes: 1 << 20 }, 'xlsx/too-large'],
    ['total', { maxTotalBytes: 1 << 20 }, 'xlsx/too-large'],
    ['entries', { maxEntries: 1 }, 'xlsx/too-large'],
    ['none passed', { maxRatio: Infinity }, 'nothing'],
  ])('%s', (_, limits, code) => {
    expect(codeOf(() => openZip(bomb, { ...DEFAULT_LIMITS, ...limits }).bytes('xl/bomb.xml'))).toBe(code);
  });

  it('does not mind a large neighbour of the part that is read', () => {
    expect(strFromU8(openZip(bomb, DEFAULT_LIMITS).bytes('small.xml'))).toBe('<a/>');
  });

  it('stops at the declared size, however much more there is', () => {
    const pieces = openZip(declare(bomb, 'xl/bomb.xml', 1000), DEFAULT_LIMITS).pieces('xl/bomb.xml');
    expect(codeOf(() => [...pieces])).toBe('xlsx/damaged');
  });

  it('finds content that ends before the declared size', () => {
    expect(codeOf(() => openZip(declare(bomb, 'small.xml', 5), DEFAULT_LIMITS).bytes('small.xml'))).toBe('xlsx/damaged');
  });
});

describe('containers', () => {
  const stored = zipSync({ 'A\\B.xml': [strToU8('x'.repeat(50)), { level: 0 }], 'c.xml': strToU8('y'.repeat(5000)) });

  it('reads stored entries, back slashes and names in another case', () => {
    expect(strFromU8(openZip(stored, DEFAULT_LIMITS).bytes('a/b.XML'))).toBe('x'.repeat(50));
  });

  it('reads a container with something before its comment and behind it', () => {
    const view = new DataView(stored.buffer.slice(0));
    const withComment = new Uint8Array([...stored, 1, 2, 3]);
    new DataView(withComment.buffer).setUint16(stored.length - 2, 3, true);
    expect(view.byteLength).toBe(stored.length);
    expect(strFromU8(openZip(withComment, DEFAULT_LIMITS).bytes('c.xml'))).toHaveLength(5000);
  });

  it('refuses encrypted entries, unknown methods and damage by a code', () => {
    const at = stored.findIndex((_, i) => stored[i] === 0x50 && stored[i + 1] === 0x4b && stored[i + 2] === 1 && stored[i + 3] === 2);
    const encrypted = stored.slice();
    encrypted[at + 8] = 1;
    expect(codeOf(() => openZip(encrypted, DEFAULT_LIMITS).bytes('a/b.xml'))).toBe('xlsx/encrypted');
    const method = stored.slice();
    method[at + 10] = 12;
    expect(codeOf(() => openZip(method, DEFAULT_LIMITS).bytes('a/b.xml'))).toBe('xlsx/damaged');
    expect(codeOf(() => openZip(stored, DEFAULT_LIMITS).bytes('none.xml'))).toBe('xlsx/damaged');
  });

  it('answers any flipped byte with content or a code, never with another error', () => {
    for (let i = 0; i < stored.length; i++) {
      const flipped = stored.slice();
      flipped[i] = (flipped[i] ?? 0) ^ 0x55;
      expect(['nothing', 'xlsx/damaged', 'xlsx/encrypted', 'xlsx/too-large']).toContain(codeOf(() => openZip(flipped, DEFAULT_LIMITS).bytes('c.xml')));
    }
  });
});
