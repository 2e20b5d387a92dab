/** Signatures given on a copy with pseudonyms, over the same content with the names put back. Those that did not stand there stay as they came. */
import { signatureStates, type SignedStates } from '../core/review/check-signoffs';
import { REVIEW_FORM } from '../core/review/finding';
import { signedCode, signedState, type SignedState } from '../core/review/signed-content';
import { withSignature } from '../core/review/signoff';
import type { WorkbookContent } from '../core/model/content';
import { makeContent } from './make-content';
import type { ContentReading } from './read-content';
import type { Standard } from './standard';

export function namesSigned({ content: came, signed }: Pick<ContentReading, 'content' | 'signed'>, named: WorkbookContent, standard: Standard): { readonly content: WorkbookContent; readonly signed: SignedStates } {
  let entries = named.entries[REVIEW_FORM] ?? {};
  const states = new Map<string, SignedState | null>(signed);
  for (const { state: _, changed: __, ...signature } of signatureStates(came, signed, standard).filter(({ state }) => state === 'holds')) {
    const state = signedState(signature.stage, named, standard);
    if (state === null) continue;
    const code = signedCode(state);
    states.set(code, state);
    entries = withSignature(entries, { ...signature, code });
  }
  return { content: makeContent({ ...named, entries: { ...named.entries, [REVIEW_FORM]: entries } }), signed: states };
}
