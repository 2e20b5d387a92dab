/** The rules for signals that were chosen on 成效总结, with their cells (7.6). */
import type { RuleChoice, RuleChoices } from '../core/chart/rule-cells';
import { absolute, quoteSheet } from '../core/model/address';
import type { WorkbookContent } from '../core/model/content';
import { SIGNAL_RULES, type SignalRule } from '../core/stats/signals';
import { RESULTS_KEY } from './result-targets';
import type { Standard } from './standard';

const YES = '是';
const NO = '否';

export function chosenRules({ chosen, entries }: Pick<WorkbookContent, 'chosen' | 'entries'>, { fields }: Pick<Standard, 'fields'>): RuleChoices {
  const typed = entries[RESULTS_KEY] ?? {};
  const places = chosen.includes(RESULTS_KEY) ? fields[RESULTS_KEY] ?? [] : [];
  return {
    yes: YES, no: NO,
    chosen: new Map(SIGNAL_RULES.flatMap((rule): [SignalRule, RuleChoice][] => {
      const place = places.find(({ key }) => key === `rules.${rule}.use`);
      return place === undefined ? [] : [[rule, { ref: `${quoteSheet(place.sheet)}!${absolute(place.row, place.column)}`, value: typed[place.key] ?? null }]];
    })),
  };
}
