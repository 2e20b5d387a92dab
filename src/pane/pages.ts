/** The pages of the pane in the order of their tabs. Each is loaded when it is first shown; a page with nothing to show is not listed. */
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { DeskState } from '../app/desk/desk-state';
import { FRAME } from '../core/text/pane/frame-texts';
import type { PaneText } from '../core/text/pane/pane-text';
import type { PageKey } from './hooks/workspace-context';

export interface PageEntry {
  readonly key: PageKey;
  readonly label: PaneText;
  readonly fits: (state: DeskState) => boolean;
  readonly Page: LazyExoticComponent<ComponentType>;
}

const always = (): boolean => true;

export const PAGES: readonly PageEntry[] = [
  { key: 'progress', label: FRAME.progress, fits: always, Page: lazy(async () => ({ default: (await import('./features/progress/ProgressPage')).ProgressPage })) },
  { key: 'forms', label: FRAME.forms, fits: ({ forms }) => forms.length > 0, Page: lazy(async () => ({ default: (await import('./features/forms/FormsPage')).FormsPage })) },
  { key: 'data', label: FRAME.data, fits: ({ rawSheets }) => rawSheets.length > 0, Page: lazy(async () => ({ default: (await import('./features/data/DataPage')).DataPage })) },
  { key: 'check', label: FRAME.check, fits: always, Page: lazy(async () => ({ default: (await import('./features/check/CheckPage')).CheckPage })) },
  { key: 'metrics', label: FRAME.metrics, fits: always, Page: lazy(async () => ({ default: (await import('./features/metrics/MetricsPage')).MetricsPage })) },
  { key: 'plan', label: FRAME.plan, fits: ({ forms }) => forms.some(({ key }) => key === 'E'), Page: lazy(async () => ({ default: (await import('./features/plan/PlanPage')).PlanPage })) },
  { key: 'review', label: FRAME.review, fits: ({ forms }) => forms.some(({ key }) => key === 'review'), Page: lazy(async () => ({ default: (await import('./features/review/ReviewPage')).ReviewPage })) },
];
