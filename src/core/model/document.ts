/**
 * A printed document as data: what a writer of documents is given. Texts may hold line breaks, which end a paragraph; what a
 * file format cannot hold (control characters) is the writer's matter. Measures are in millimetres.
 */
export interface DocumentSpec {
  readonly title: string;
  /** Who answers for the document, in its properties. */
  readonly author: string;
  readonly subject: string;
  /** Date in its properties, so that the same content gives the same file. ISO 8601. */
  readonly date: string;
  /** On top of every page, in red: a document that is not to be handed in says so. */
  readonly mark?: string;
  readonly blocks: readonly DocumentBlock[];
}

export type DocumentBlock = HeadingBlock | ParagraphBlock | TableBlock | PictureBlock;

export interface HeadingBlock {
  readonly type: 'heading';
  /** 0 is the title of the document. */
  readonly level: 0 | 1 | 2;
  readonly text: string;
}

export interface ParagraphBlock {
  readonly type: 'paragraph';
  /** `body` is set in full with its first line indented, `line` centred under the title, `item` one entry of a list, `note` small. */
  readonly look: 'body' | 'line' | 'item' | 'note';
  /** Bold words at the beginning. */
  readonly lead?: string;
  readonly text: string;
}

export interface TableBlock {
  readonly type: 'table';
  /** Stands above the table. */
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  /** Cells in the order of the columns; a missing one is blank. */
  readonly rows: readonly (readonly string[])[];
}

export interface TableColumn {
  readonly header: string;
  /** Width in relation to the other columns. */
  readonly share: number;
  readonly align: 'left' | 'centre' | 'right';
}

export interface PictureBlock {
  readonly type: 'picture';
  readonly png: Uint8Array;
  /** As printed. One that is wider or higher than the page is made smaller, its shape kept. */
  readonly width: number;
  readonly height: number;
  /** Stands below the picture. */
  readonly caption: string;
  /** For people who cannot see it. */
  readonly description: string;
}
