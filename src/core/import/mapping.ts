/** Which source column, constant or rule fills a target column, and why. */
import type { CellValue } from '../model/cell';
import type { Issue } from '../issue/issue';

export type Filling =
  | {
      readonly reason: 'header' | 'synonym' | 'map';
      /** Header of the source column, and its place (0-based). */
      readonly source: string;
      readonly index: number;
      /** What the numbers are multiplied by, 1 unless the source has another unit. */
      readonly factor: number;
      /** Text in the source -> value, from the map. */
      readonly translate: ReadonlyMap<string, string>;
    }
  | { readonly reason: 'constant'; readonly value: CellValue }
  /** Keys of the target columns to copy, and to ask whether it is filled. */
  | { readonly reason: 'derived'; readonly copy: string; readonly when: string | null };

export interface MappedColumn {
  readonly key: string;
  /** Header of the target column. */
  readonly column: string;
  readonly filling: Filling;
}

export interface Mapping {
  /** In the order of the sheet; columns that stay blank are left out. */
  readonly columns: readonly MappedColumn[];
  /** Headers of source columns that go nowhere. */
  readonly unmapped: readonly string[];
  /** Headers of required columns that nothing fills. */
  readonly missing: readonly string[];
  readonly issues: readonly Issue[];
}
