/** The targets that were typed on 成效总结, by metric, with their cells (7.6). */
import type { Target } from '../core/chart/chart-sheets';
import { absolute, quoteSheet } from '../core/model/address';
import type { WorkbookContent } from '../core/model/content';
import type { Standard } from './standard';

export const RESULTS_KEY = 'results';
const TARGET = /^(?:kinds\.(.+)|metrics\.(.+))\.target$/;

export function resultTargets({ chosen, entries }: Pick<WorkbookContent, 'chosen' | 'entries'>, { fields, library }: Pick<Standard, 'fields' | 'library'>): ReadonlyMap<string, Target> {
  if (!chosen.includes(RESULTS_KEY)) return new Map();
  const typed = entries[RESULTS_KEY] ?? {};
  const kinds = new Map((library.forms.find(({ key }) => key === RESULTS_KEY)?.sections ?? []).flatMap((section) =>
    (section.type === 'rows' ? section.items ?? [] : []).map((item): [string, string] => [item.key, item.metrics?.[0] ?? ''])));
  return new Map((fields[RESULTS_KEY] ?? []).flatMap(({ key, sheet, row, column }): [string, Target][] => {
    const [, kind, own] = TARGET.exec(key) ?? [];
    const metric = kind === undefined ? own : kinds.get(kind);
    return metric === undefined ? [] : [[metric, { ref: `${quoteSheet(sheet)}!${absolute(row, column)}`, value: typed[key] ?? null }]];
  }));
}
