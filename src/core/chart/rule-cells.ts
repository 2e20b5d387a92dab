/** Which rules for signals hold: chosen on 成效总结, else the usual two. */
import { absolute } from '../model/address';
import type { CellValue } from '../model/cell';
import type { CellSpec } from '../model/sheet-spec';
import { quoted } from '../metric/formula';
import { DEFAULT_RULES, SIGNAL_RULES, type SignalRule } from '../stats/signals';

/** What was chosen for a rule, and where. */
export interface RuleChoice {
  readonly ref: string;
  readonly value: CellValue;
}

export interface RuleChoices {
  readonly chosen: ReadonlyMap<SignalRule, RuleChoice>;
  /** Words of the choice. */
  readonly yes: string;
  readonly no: string;
}

export function rulesInForce({ chosen, yes, no }: RuleChoices): ReadonlySet<SignalRule> {
  return new Set(SIGNAL_RULES.filter((rule) => {
    const value = chosen.get(rule)?.value;
    return value === yes || (value !== no && DEFAULT_RULES.has(rule));
  }));
}

export const RULE_HEADINGS = ['规则', '采用（1 为是）', '内容'] as const;

/** Rows from `top` on, one per rule. */
export function ruleCells(top: number, choices: RuleChoices, texts: Readonly<Record<SignalRule, string>>): { readonly cells: readonly CellSpec[]; readonly places: Readonly<Record<SignalRule, string>> } {
  const inForce = rulesInForce(choices);
  const place = (rule: SignalRule): string => absolute(top + SIGNAL_RULES.indexOf(rule), 2);
  const cells = SIGNAL_RULES.flatMap((rule, i): readonly CellSpec[] => {
    const row = top + i;
    const usual = DEFAULT_RULES.has(rule) ? 1 : 0;
    const choice = choices.chosen.get(rule);
    const value = inForce.has(rule) ? 1 : 0;
    return [
      { row, column: 1, value: Number(rule), style: 'computedCentre', format: '0' },
      choice === undefined
        ? { row, column: 2, value, style: 'computedCentre', format: '0' }
        : { row, column: 2, formula: `IF(${choice.ref}=${quoted(choices.yes)},1,IF(${choice.ref}=${quoted(choices.no)},0,${usual}))`, value, style: 'computedCentre', format: '0' },
      { row, column: 3, value: texts[rule], style: 'blank' },
    ];
  });
  return { cells, places: { 1: place('1'), 2: place('2'), 3: place('3'), 4: place('4'), 5: place('5') } };
}
