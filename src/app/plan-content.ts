/** Use case: the content of a workbook with its plan, progress and records assembled. Touches no host: the caller writes the difference. */
import { readRawFacts } from '../core/check/consistency/raw-facts';
import { assemblePlan, type Assembly, type AssemblyOptions } from '../core/plan/assemble';
import { MEMORY } from '../core/plan/draft';
import { TooManyLines } from '../core/plan/lines';
import type { WorkbookContent } from '../core/model/content';
import { InputError } from './input-error';
import { makeContent } from './make-content';
import { measure, type Measurement } from './measure';
import { planWords } from './plan-words';
import { rawContents } from './raw-contents';
import type { Standard } from './standard';

export interface PlanContentOptions extends AssemblyOptions {
  /** That of the content, where the caller has it. */
  readonly measurement?: Measurement;
  /** Blanked cells are proposed anew. */
  readonly renew?: boolean;
}

export interface PlannedContent {
  readonly content: WorkbookContent;
  readonly assembly: Assembly;
}

const PLAN = 'E';

/** Throws `InputError` (`plan/no-form`, `plan/too-many-lines`). */
export function planContent(content: WorkbookContent, standard: Standard, { measurement = measure(content), renew = false, ...options }: PlanContentOptions = {}): PlannedContent {
  if (!content.chosen.includes(PLAN)) throw new InputError('plan/no-form', { sheet: sheetOf(PLAN, standard) });
  const chosen = new Set(content.chosen);
  const raw = readRawFacts(standard.rawSheets.filter(({ key }) => chosen.has(key)), content.rows, content.periods?.asOf ?? null);
  const assembly = assembled(() => assemblePlan({
    content, fields: standard.fields, metrics: standard.metrics, results: measurement.results, changes: measurement.changes, raw, data: rawContents(content, standard), words: planWords, renew,
  }, options), standard);
  const kept = new Set([...content.chosen, MEMORY]);
  const order = [...standard.library.forms, ...standard.rawSheets].map(({ key }) => key);
  return { content: makeContent({ chosen: order.filter((key) => kept.has(key)), entries: assembly.entries, rows: content.rows, side: content.side }), assembly };
}

function assembled(work: () => Assembly, standard: Standard): Assembly {
  try {
    return work();
  } catch (error) {
    if (error instanceof TooManyLines) throw new InputError('plan/too-many-lines', { sheet: sheetOf(PLAN, standard), lines: error.lines, blocks: error.blocks });
    throw error;
  }
}

function sheetOf(form: string, { library }: Standard): string {
  return library.forms.find(({ key }) => key === form)?.sheet ?? '';
}
