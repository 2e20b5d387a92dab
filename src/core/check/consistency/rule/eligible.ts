/**
 * 5.1 to 5.3: requirements that are not met, not verified though the work has gone on, met without evidence, or contradicted
 * by 数据_合规. A blank result is a required cell; the free rows count like the others.
 */
import type { ConsistencyCode } from '../codes';
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';
import type { FormFacts } from '../form-facts';
import type { WorkbookFacts } from '../workbook-facts';

const SECTIONS = [
  { list: 'enterprise', section: '5.1', items: 3 },
  { list: 'agency', section: '5.2', items: 4 },
  { list: 'personnel', section: '5.3', items: 6 },
] as const;

/** Forms of the steps after 7.1. */
const LATER = ['A', 'B', 'C', 'D', 'E', 'implementation', 'results', 'F'] as const;

/** 5.1, second requirement: no listing within three years. */
const LISTINGS = { metric: 'abnormal-listing-count', key: 'enterprise.2' } as const;

export const eligible: ConsistencyRule = {
  find(workbook) {
    const form = workbook.form('requirements');
    if (form === null) return [];
    const gone = LATER.some((key) => workbook.form(key)?.begun === true);
    return [
      ...SECTIONS.flatMap(({ list, section, items }) =>
        [...Array.from({ length: items }, (_, i) => `${list}.${i + 1}`), `${list}[0]`].flatMap((key, i) => judge(form, key, section, i + 1, gone)),
      ),
      ...contradicted(form, workbook),
    ];
  },
};

function judge(form: FormFacts, key: string, section: string, item: number, gone: boolean): readonly ConsistencyFinding[] {
  const raise = (code: ConsistencyCode, field: string): readonly ConsistencyFinding[] => [{ code, clause: section, at: form.at(`${key}.${field}`), params: { section, item } }];
  switch (form.text(`${key}.result`)) {
    case '不符合':
      return raise('consistency/not-eligible', 'result');
    case '待核实':
      return gone ? raise('consistency/eligibility-open', 'result') : [];
    case '符合':
      return form.filled(`${key}.evidence`) ? [] : raise('consistency/eligibility-evidence', 'evidence');
    default:
      return [];
  }
}

function contradicted(form: FormFacts, workbook: WorkbookFacts): readonly ConsistencyFinding[] {
  const result = `${LISTINGS.key}.result`;
  const count = Math.max(workbook.value(LISTINGS.metric, 'baseline') ?? 0, workbook.value(LISTINGS.metric, 'current') ?? 0);
  if (count === 0 || form.text(result) !== '符合') return [];
  return [{ code: 'consistency/eligibility-contradicted', clause: '5.1', at: form.at(result), params: { count } }];
}
