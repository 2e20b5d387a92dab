/** What is fuzzed besides workbook files: one reader or use case each, over plain data that is changed with knowledge of its shape. */
import type { Random } from '../random';

export interface Judgement {
  /** `refused` ends in an error with a code that the reader promises; `wrong` is a finding. */
  readonly verdict: 'refused' | 'right' | 'wrong';
  /** Code of the refusal; what is wrong otherwise. */
  readonly said: string;
}

export interface Target {
  readonly name: string;
  /** How often it is taken, in relation to the others. */
  readonly share: number;
  /** Gets the seeds ready, once a process. What the returned function throws is a finding. */
  create(root: string): Promise<(random: Random) => Judgement | Promise<Judgement>>;
}

export const RIGHT: Judgement = { verdict: 'right', said: '' };
export const refused = (code: string): Judgement => ({ verdict: 'refused', said: code });
export const wrong = (said: string): Judgement => ({ verdict: 'wrong', said: said.slice(0, 600) });
