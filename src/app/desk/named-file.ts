/** A file with the name that people know it by. */

export interface NamedFile {
  /** As it is shown, with its extension. */
  readonly name: string;
  readonly file: Blob;
}
