/** What a host must offer for archive packages: a container of files (zip). */
import type { ByteSource } from './ports';

export interface PackedFile {
  /** With forward slashes. */
  readonly path: string;
  readonly content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

export interface OpenPackage {
  /** In the order of the package; folders are left out. */
  readonly paths: readonly string[];
  /** Throws `HostError` where the bytes are damaged. */
  content(path: string): AsyncIterable<Uint8Array>;
}

export interface PackageFormat {
  /** Files are taken one after the other, each when the one before is written. The same files give the same bytes. */
  write(files: AsyncIterable<PackedFile>): AsyncIterable<Uint8Array>;
  /** Throws `HostError` where the bytes are no package, or its directory is damaged. */
  open(source: ByteSource): Promise<OpenPackage>;
}
