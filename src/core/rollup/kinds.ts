/** The five kinds of 7.6, in its order, with the one metric of each that the standard names. */
export const KINDS = ['revenue-growth-rate', 'cost-reduction-rate', 'product-pass-rate', 'plan-completion-rate', 'third-party-satisfaction'] as const;

export type Kind = (typeof KINDS)[number];

export function isKind(key: string): key is Kind {
  return KINDS.some((kind) => kind === key);
}
