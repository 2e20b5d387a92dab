/** What the format of workbook files must offer to whoever sends one: what travels in it, and all of its texts changed. */
import type { ByteSource } from './ports';

/** What travels in a file besides the cells of its sheets: for who sends it. */
export interface PackageFacts {
  /** Bytes of the file. */
  readonly size: number;
  readonly macros: boolean;
  /** Addresses of other files and of pages that the workbook takes data from. */
  readonly externalLinks: readonly string[];
  /** Links that start another program (DDE, OLE). */
  readonly programLinks: number;
  /** Connections to databases, queries and web pages. */
  readonly connections: boolean;
  readonly comments: number;
  /** Who wrote them. */
  readonly commentAuthors: readonly string[];
  /** Document properties that name people or firms, by their name: `creator`, `lastModifiedBy`, `Company`, `Manager`. */
  readonly personal: Readonly<Record<string, string>>;
  readonly hiddenSheets: readonly string[];
  readonly pictures: { readonly count: number; readonly bytes: number };
  /** Files inside the file: Word documents, other workbooks. */
  readonly embedded: readonly string[];
}

export interface TextRewrite {
  /** Every text of the package: cells, formulas, names, comments, drawings, charts, properties. */
  readonly text: (text: string) => string;
  /** Texts of which none may be left, also in parts that are no XML. */
  readonly mustBeGone: readonly string[];
}

/** A workbook file as a package: what it carries, and all of its texts changed at once. */
export interface TravelFormat {
  /** Throws as `WorkbookFormat.open` does. */
  facts(source: ByteSource): Promise<PackageFacts>;
  /** The file with its texts changed, without preview picture and names in its properties. Throws HostError `share/name-left` {part}: a text that must be gone is in a part that cannot be changed. */
  rewrite(source: ByteSource, change: TextRewrite): Promise<Uint8Array>;
}
