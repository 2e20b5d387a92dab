/** 7.4: what people decide about proposals of 附录E: an accepted one becomes their own words, a dismissed one goes and does not come back. */
import type { WorkbookContent } from '../model/content';
import type { FieldPlace } from '../model/form';
import { createDraft, MEMORY } from './draft';
import { PEOPLES } from './proposal';
import { proposalOf } from './standing';

export interface Decision {
  readonly act: 'accept' | 'dismiss';
  /** Fields of 附录E. Those that hold no proposal stay as they are. */
  readonly keys: readonly string[];
}

export interface Decided {
  readonly entries: WorkbookContent['entries'];
  readonly count: number;
}

/** Fields of 附录E that hold a proposal, in reading order. */
export function standingProposals(entries: WorkbookContent['entries'], fields: Readonly<Record<string, readonly FieldPlace[]>>): readonly string[] {
  const draft = createDraft(entries, fields, false);
  return (fields['E'] ?? []).map(({ key }) => key).filter((key) => proposalOf(draft, key) !== null);
}

export function decideProposals(entries: WorkbookContent['entries'], fields: Readonly<Record<string, readonly FieldPlace[]>>, { act, keys }: Decision): Decided {
  const draft = createDraft(entries, fields, false);
  let count = 0;
  for (const key of keys) {
    const memory = proposalOf(draft, key);
    if (memory === null) continue;
    if (act === 'accept') draft.put(MEMORY, memory, PEOPLES);
    // 建议 keeps it: that is how a later assembly knows that it was not wanted.
    else draft.put('E', key, null);
    count++;
  }
  return { entries: draft.entries(), count };
}
