/** What every page shares: the open workbook's state, where to go, and how work is run so that waiting and failing are shown. */
import { createContext, useContext } from 'react';
import type { DeskState } from '../../app/desk/desk-state';
import type { Call } from '../../app/ports';
import type { PaneText } from '../../core/text/pane/pane-text';

export type PageKey = 'progress' | 'forms' | 'data' | 'check' | 'metrics' | 'plan' | 'review' | 'settings';

/** A cell of a sheet; '' for the sheet as a whole. */
export interface SheetPlace {
  readonly sheet: string;
  readonly cell: string;
}

export interface Notice {
  readonly intent: 'success' | 'warning' | 'error' | 'info';
  readonly title: string;
  readonly body: string;
  /** For engineers. */
  readonly detail: string;
}

export type Typed = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface Workspace {
  /** Null while nothing is open. */
  readonly state: DeskState | null;
  readonly adopt: (state: DeskState) => void;
  readonly page: PageKey;
  /** Where the page that was gone to should begin; null for its beginning. */
  readonly place: SheetPlace | null;
  readonly go: (page: PageKey, place?: SheetPlace) => void;
  /** The sheet that is looked at beside or over the page. */
  readonly view: SheetPlace | null;
  readonly show: (place: SheetPlace | null) => void;
  /** Runs work that the person waits for: progress and a way to cancel after a moment, failures as a message. Null when it failed or was cancelled. */
  readonly run: <T>(text: PaneText, work: (call: Call) => Promise<T>) => Promise<T | null>;
  readonly notify: (notice: Notice | null) => void;
  readonly fail: (error: unknown) => void;
  /** Form key -> field key -> what was typed and differs from the workbook, until it is written; kept while the person looks elsewhere. */
  readonly typed: Typed;
  readonly setTyped: (form: string, texts: Readonly<Record<string, string>>) => void;
  /** Something would be lost by going away: changes that are not saved, entries that are not written. */
  readonly unsaved: boolean;
  /** Answers of the desk by revision and name, so that going back to a page does not ask again. */
  readonly answers: Map<string, unknown>;
}

export const WorkspaceContext = createContext<Workspace | null>(null);

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (workspace === null) throw new RangeError('outside the workspace');
  return workspace;
}
