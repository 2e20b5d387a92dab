/**
 * A package being changed: parts read as they will be, set, rewritten as streams, removed. Untouched entries go into the new
 * file byte for byte, in their order; new parts come last. Nothing is written before `output` is iterated.
 */
import { HostError, type Change, type Gzip } from '../../../app/ports';
import { joinBytes } from '../../../core/model/join-bytes';
import { writeInPlace } from './in-place';
import { partKey } from './part-name';
import { encodingOf } from './xml';
import type { Limits, Zip } from './zip';
import { writeZip, type ZipCopy, type ZipEntry } from './zip-writer';

type Pieces = AsyncIterable<Uint8Array>;

export interface PackageEdit {
  /** Paths of the parts as they will be. */
  paths(): readonly string[];
  has(path: string): boolean;
  /** The part's name as it is stored: its case and escapes may be others than those of a relationship. The path itself when there is no such part. */
  storedName(path: string): string;
  /** The part as it will be. Throws HostError `xlsx/damaged` for a part that is not there or cannot be inflated. */
  pieces(path: string): Pieces;
  bytes(path: string): Promise<Uint8Array>;
  /** The part as text, UTF-8 or UTF-16 by its first bytes, without a byte order mark. Throws HostError `xlsx/damaged` where the bytes are no text. */
  text(path: string): Promise<string>;
  /** Adds or replaces a part. Text becomes UTF-8; an XML declaration that says otherwise is corrected. */
  set(path: string, content: string | Uint8Array): void;
  /** Rewrites a part while it is written; several rewritings follow each other. Runs once per `output`, and once for each reading of the part. A piece that was given out is not written into again. */
  rewrite(path: string, transform: (pieces: Pieces) => Pieces): void;
  remove(path: string): void;
  /** A path that no part has, from a pattern with `#` for the number: `xl/worksheets/sheet#.xml`. */
  freePath(pattern: string): string;
  output(): Pieces;
  /** As `output`, for whoever starts with a copy of the old file: what stays in its place is only counted. */
  changes(): AsyncIterable<Change>;
}

interface Part {
  readonly path: string;
  /** What it was set to; absent: as it is in the old file. */
  readonly content?: Uint8Array;
  readonly transforms: readonly ((pieces: Pieces) => Pieces)[];
}

const DECLARED = /^(<\?xml\b[^>]*?\bencoding\s*=\s*)(?:"([^"]*)"|'([^']*)')/;

/** UTF-8 of a text whose XML declaration, if it has one, then says so. */
function utf8(text: string): Uint8Array {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const said = DECLARED.exec(plain);
  const encoding = said?.[2] ?? said?.[3];
  const right = encoding === undefined || /^(utf-?8|us-ascii)$/i.test(encoding);
  return new TextEncoder().encode(right ? plain : plain.replace(DECLARED, '$1"UTF-8"'));
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** `maxPartBytes` holds for `bytes` and `text` of a rewritten part as well. */
export function editPackage(zip: Zip, gzip: Gzip, { maxPartBytes = Infinity }: Partial<Pick<Limits, 'maxPartBytes'>> = {}): PackageEdit {
  // A part that was removed leaves its place open.
  const parts = new Map<string, Part | undefined>(zip.paths.map((path) => [partKey(path), { path, transforms: [] }]));

  function partOf(path: string): Part {
    const part = parts.get(partKey(path));
    if (part === undefined) throw new HostError('xlsx/damaged', { part: path });
    return part;
  }

  const has = (path: string): boolean => parts.get(partKey(path)) !== undefined;

  function piecesOf({ path, content, transforms }: Part): Pieces {
    return transforms.reduce((pieces, transform) => transform(pieces), content === undefined ? zip.pieces(path) : once(content));
  }

  async function* limited(part: Part): AsyncGenerator<Uint8Array> {
    let size = 0;
    for await (const piece of piecesOf(part)) {
      size += piece.length;
      if (size > maxPartBytes) throw new HostError('xlsx/too-large', { part: part.path, size, limit: maxPartBytes });
      yield piece;
    }
  }

  async function bytes(path: string): Promise<Uint8Array> {
    const part = partOf(path);
    if (part.transforms.length > 0) return joinBytes(limited(part));
    return part.content ?? zip.bytes(part.path);
  }

  /** What the new file is made of, in order: entries that were there on their place, then new parts. */
  function* entries(): Generator<ZipEntry | ZipCopy> {
    const there = new Set<string>();
    for (const copied of zip.entries) {
      const key = partKey(copied.path);
      const part = parts.get(key);
      there.add(key);
      if (copied.folder || (part !== undefined && part.content === undefined && part.transforms.length === 0)) yield { copied, from: zip };
      else if (part !== undefined) yield { path: part.path, chunks: piecesOf(part) };
    }
    for (const [key, part] of parts) {
      if (part !== undefined && !there.has(key)) yield { path: part.path, chunks: piecesOf(part) };
    }
  }

  return {
    paths: () => [...parts.values()].flatMap((part) => (part === undefined ? [] : [part.path])),
    has,
    storedName: (path) => parts.get(partKey(path))?.path ?? path,
    pieces: (path) => piecesOf(partOf(path)),
    bytes,
    async text(path) {
      const found = await bytes(path);
      try {
        return new TextDecoder(encodingOf(found), { fatal: true }).decode(found);
      } catch (cause) {
        throw new HostError('xlsx/damaged', { part: path }, { cause });
      }
    },
    set(path, content) {
      const key = partKey(path);
      // The bytes are ours from here on: whoever gave them may go on writing into them.
      parts.set(key, { path: parts.get(key)?.path ?? path, content: typeof content === 'string' ? utf8(content) : content.slice(), transforms: [] });
    },
    rewrite(path, transform) {
      const part = partOf(path);
      parts.set(partKey(path), { ...part, transforms: [...part.transforms, transform] });
    },
    remove(path) {
      parts.set(partKey(partOf(path).path), undefined);
    },
    freePath(pattern) {
      for (let number = 1; ; number++) {
        const path = pattern.replace('#', String(number));
        if (!has(path)) return path;
      }
    },
    output: () => writeZip(entries(), gzip),
    changes: () => writeInPlace([...entries()], zip, gzip),
  };
}
