/**
 * What the pane needs of the place that it runs in, besides the desk: files of the person, settings, the unsaved workbook
 * that is kept for after a crash. A place without one of them has null there, and the pane shows nothing of it.
 */
import type { Desk } from './desk/desk';
import type { NamedFile } from './desk/named-file';

/** A file that the person chose, and whether it can be written back where it lies. */
export interface PickedFile extends NamedFile {
  /** Null where it can only be downloaded. */
  readonly place: FilePlace | null;
}

/** Where a file lies. A live handle. */
export interface FilePlace {
  readonly name: string;
  /** Replaces the file as a whole or not at all. Throws `HostError` (`file/unwritable`, `file/changed`, `file/not-allowed`). */
  write(file: Blob): Promise<void>;
}

export type FileKind = 'workbook' | 'rows';

export interface PaneFiles {
  /** Null when the person changed their mind. */
  pick(kind: FileKind): Promise<PickedFile | null>;
  /** Asks where to, and writes there; null when the person changed their mind. Null where the place cannot ask. */
  readonly saveAs: ((file: NamedFile) => Promise<FilePlace | null>) | null;
  /** Gives the file to the person as the place does: a download. */
  download(file: NamedFile): Promise<void>;
  /** What was dropped on the pane; null when it is no file. */
  dropped(transfer: DataTransfer): Promise<PickedFile | null>;
  /** The example that comes with the program. */
  readonly sample: (() => Promise<NamedFile>) | null;
}

export interface KeptWorkbook extends NamedFile {
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** The unsaved workbook, kept on this machine only. */
export interface Recovery {
  keep(file: NamedFile): Promise<void>;
  find(): Promise<KeptWorkbook | null>;
  forget(): Promise<void>;
}

export interface Settings {
  readonly language: 'zh' | 'en' | null;
  readonly theme: 'light' | 'dark' | null;
}

export interface SettingsStore {
  read(): Settings;
  write(settings: Settings): void;
}

export interface PanePorts {
  readonly desk: Desk;
  readonly files: PaneFiles;
  readonly recovery: Recovery | null;
  readonly settings: SettingsStore;
  /** Is called before the pane goes away with unsaved work. Returns how to stop. */
  readonly guard: (unsaved: () => boolean) => () => void;
  /** Program and version, for 设置. */
  readonly version: string;
}

