/** What a zip container offers, and what it may cost. */

export interface Limits {
  /** Inflated bytes of one entry. */
  readonly maxEntryBytes: number;
  /** Inflated bytes of all entries together. */
  readonly maxTotalBytes: number;
  /** Inflated to packed size of one entry, for entries above `ratioFromBytes`. */
  readonly maxRatio: number;
  readonly ratioFromBytes: number;
  readonly maxEntries: number;
  /** Bytes of a part that is read as a whole (all but sheets and shared strings). */
  readonly maxPartBytes: number;
  readonly maxSharedStrings: number;
  /** Characters of one row's XML. */
  readonly maxRowCharacters: number;
}

export const DEFAULT_LIMITS: Limits = {
  maxEntryBytes: 1 << 30,
  maxTotalBytes: 2 ** 31,
  // Deflate reaches 1,032 at most; sheets of equal rows stay below 150.
  maxRatio: 400,
  ratioFromBytes: 16 << 20,
  maxEntries: 20_000,
  maxPartBytes: 64 << 20,
  maxSharedStrings: 8_000_000,
  maxRowCharacters: 64 << 20,
};

/** An entry as it lies in the file. */
export interface StoredEntry {
  /** As stored, with forward slashes. */
  readonly path: string;
  readonly method: number;
  readonly crc: number;
  /** Bytes as they lie in the file, and inflated. */
  readonly packed: number;
  readonly size: number;
  /** A folder, which is no part. */
  readonly folder: boolean;
  /** Its record in the central directory. */
  readonly record: Uint8Array;
}

/** Where an entry lies, up to the next one or the directory. */
export interface Slot {
  readonly start: number;
  readonly end: number;
  /** Local header with name and extra fields. */
  readonly header: Uint8Array;
  /** The header says the same as the directory, or leaves it to a descriptor. */
  readonly settled: boolean;
}

export interface Zip {
  /** In the order of the central directory. */
  readonly entries: readonly StoredEntry[];
  /** Of the parts: folders are left out. */
  readonly paths: readonly string[];
  has(path: string): boolean;
  /** The entry's content. Part names are compared without case. Length and CRC-32 are checked. Throws HostError `xlsx/damaged`, `xlsx/too-large`, `xlsx/encrypted`. `progress` is told packed bytes read. */
  pieces(path: string, progress?: (packed: number) => void): AsyncIterable<Uint8Array>;
  bytes(path: string): Promise<Uint8Array>;
  /** The bytes as they lie in the file, still packed. */
  packed(path: string): AsyncIterable<Uint8Array>;
  /** Local header and packed bytes of one of `entries`. A header that leaves its sizes to a data descriptor is given them instead. */
  copy(entry: StoredEntry): AsyncIterable<Uint8Array>;
  /** Throws HostError `xlsx/damaged`. */
  slot(entry: StoredEntry): Promise<Slot>;
}
