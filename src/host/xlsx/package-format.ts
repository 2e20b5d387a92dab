/** Packages of files (zip), with the reader and writer that workbooks have: bounded, checked, the same bytes each time. */
import type { PackageFormat } from '../../app/package-ports';
import type { Gzip } from '../../app/ports';
import { portableGzip } from './package/portable-gzip';
import { DEFAULT_LIMITS, type Limits } from './package/zip';
import { openZip } from './package/zip-reader';
import { writeZip, type ZipEntry } from './package/zip-writer';

export function createPackageFormat({ gzip = portableGzip, limits = {} }: { readonly gzip?: Gzip; readonly limits?: Partial<Limits> } = {}): PackageFormat {
  async function* entries(files: Parameters<PackageFormat['write']>[0]): AsyncGenerator<ZipEntry> {
    for await (const { path, content } of files) yield { path, chunks: content };
  }
  return {
    write: (files) => writeZip(entries(files), gzip),
    open: async (source) => {
      const zip = await openZip(source, gzip, { ...DEFAULT_LIMITS, ...limits });
      return { paths: zip.paths, content: (path) => zip.pieces(path) };
    },
  };
}
