/** Whatever is found must be sayable: a sentence in both languages, with every blank filled. */
import { describeFailure } from '../../../../src/cli/failure';
import type { Issue } from '../../../../src/core/issue/issue';
import { issueSentence } from '../../../../src/core/text/issue-text';

const LANGUAGES = ['zh', 'en'] as const;

/** What is wrong with the sentences of the issues; null where all are whole. */
export function unsaid(issues: readonly Issue[]): string | null {
  for (const issue of issues) {
    for (const language of LANGUAGES) {
      const text = issueSentence(issue, language);
      if (text.trim() === '' || text.includes('undefined') && !JSON.stringify(issue.params).includes('undefined')) return `${issue.code} is said as ${text}`;
    }
  }
  return null;
}

/** Code of a failure that has words; null for one of ours. */
export function codeOfFailure(error: unknown): string | null {
  const failures = LANGUAGES.map((language) => describeFailure(language, error));
  return failures.some(({ code, sentence }) => code === 'fault/unexpected' || sentence.trim() === '') ? null : failures[0]?.code ?? null;
}
