/**
 * What the pane needs of the place that it runs in, besides the desk: files of the person, settings, the unsaved workbook
 * that is kept for after a crash. A place without one of them has null there, and the pane shows nothing of it.
 */
import type { Desk } from './desk/desk';
import type { DeskState } from './desk/desk-state';
import type { NamedFile } from './desk/named-file';
import type { Call, ChartPicture } from './ports';

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
  /** Who works here, as it goes beside findings and signatures; '' until it is typed. */
  readonly name: string;
}

export interface SettingsStore {
  read(): Settings;
  write(settings: Settings): void;
}

/** How the program around the pane looks and speaks; null where it does not say. */
export interface ProgramLook {
  readonly dark: boolean | null;
  readonly language: 'zh' | 'en' | null;
}

/** The spreadsheet program that the pane is part of: it saves, undoes and shows the workbook, which people change while the pane looks on. */
export interface ExcelPorts {
  /** Is told the state after each change that somebody else made; null once the workbook is none of ours. Returns how to stop. */
  listen(listener: (state: DeskState | null) => void): () => void;
  /** Is told, also of earlier times, when a change that was broken off half-way was put right: taken back, or completed. Returns how to stop. */
  onRepair(listener: (repair: { readonly outcome: 'taken-back' | 'completed'; readonly sheets: readonly string[] }) => void): () => void;
  /** Shows the cell in its sheet; the sheet where `cell` is ''. Throws `HostError`. */
  goTo(place: { readonly sheet: string; readonly cell: string }): Promise<void>;
  /** The cell that is selected, the first of several; null where none is. Throws `HostError`. */
  selected(): Promise<{ readonly sheet: string; readonly cell: string } | null>;
  /** Reads the whole workbook anew and looks at what was done to its sheets too. */
  reread(call: Call): Promise<DeskState | null>;
  /** Colours the cells of these problems, in place of those coloured before; none takes the colour away. Gives back how many are coloured. */
  mark(places: readonly { readonly sheet: string; readonly cell: string }[]): Promise<number>;
  look(): ProgramLook;
  /** Is told when the look may have changed. Returns how to stop. */
  watchLook(listener: () => void): () => void;
  /** The page that the person asked for when the pane was opened. */
  readonly startsAt: 'check' | null;
}

export interface PanePorts {
  readonly desk: Desk;
  /** Null where the pane is a page of its own. */
  readonly excel: ExcelPorts | null;
  readonly files: PaneFiles;
  readonly recovery: Recovery | null;
  readonly settings: SettingsStore;
  /** Draws charts; is asked for when the first is shown. */
  readonly charts: () => Promise<ChartPicture>;
  /** Is called before the pane goes away with unsaved work. Returns how to stop. */
  readonly guard: (unsaved: () => boolean) => () => void;
  /** Program and version, for 设置. */
  readonly version: string;
}

