/** A workbook file as it travels: what it carries, all of its texts changed at once, and the packages that it is put away in. */
import type { PackageFormat } from '../../app/package-ports';
import type { Gzip } from '../../app/ports';
import type { TravelFormat } from '../../app/travel-ports';
import { portableGzip } from './package/portable-gzip';
import { DEFAULT_LIMITS, type Limits } from './package/zip';
import { createPackageFormat } from './package-format';
import { openWorkbook } from './read/workbook';
import { packageFacts } from './travel/facts';
import { rewritePackage } from './travel/rewrite-package';

export function createTravelFormat({ gzip = portableGzip, limits = {} }: { readonly gzip?: Gzip; readonly limits?: Partial<Limits> } = {}): TravelFormat & { readonly packages: PackageFormat } {
  return {
    packages: createPackageFormat({ gzip, limits }),
    async facts(source) {
      const { zip, outline } = await openWorkbook(source, { gzip, limits });
      return packageFacts(zip, outline.path, source.size);
    },
    async rewrite(source, change) {
      const { zip } = await openWorkbook(source, { gzip, limits });
      return rewritePackage(zip, change, gzip, { ...DEFAULT_LIMITS, ...limits });
    },
  };
}
