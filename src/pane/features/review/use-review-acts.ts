/** Acts of the review, done under the name that was given, each with its message. */
import type { ReviewDone } from '../../../app/desk/desk';
import type { ReviewAct } from '../../../app/review-workbook';
import type { Language } from '../../../core/text/cli';
import { FRAME } from '../../../core/text/pane/frame-texts';
import { REVIEW } from '../../../core/text/pane/review-page-texts';
import { reviewText } from '../../../core/text/review-texts';
import { useLanguage, useSay, type Say } from '../../hooks/language';
import { usePorts } from '../../hooks/ports-context';
import { useWorkspace } from '../../hooks/workspace-context';

/** What the page asks the desk by. */
export const REVIEW_QUERY = 'review';

/** True when it was done. */
export type Act = (act: ReviewAct) => Promise<boolean>;

export function useReviewActs(by: string): Act {
  const { desk } = usePorts();
  const { adopt, run, notify, answers } = useWorkspace();
  const say = useSay();
  const language = useLanguage();
  return async (act) => {
    const done = await run(FRAME.busyWrite, (call) => desk.changeReview({ acts: [act], by }, call));
    if (done === null) return false;
    // The review as it is now came along: it need not be asked for.
    answers.set(`${done.state.revision} ${REVIEW_QUERY}`, done.review);
    adopt(done.state);
    notify({ intent: 'success', ...messageOf(act, done, say, language), detail: '' });
    return true;
  };
}

function messageOf(act: ReviewAct, { numbers, known, noRoom, review }: ReviewDone, say: Say, language: Language): { readonly title: string; readonly body: string } {
  switch (act.act) {
    case 'take': {
      const more = [...(known > 0 ? [say(REVIEW.tookKnown, { count: known })] : []), ...(noRoom > 0 ? [say(REVIEW.tookFull, { count: noRoom })] : [])];
      return { title: numbers.length === 0 ? say(REVIEW.tookNone) : say(REVIEW.took, { count: numbers.length }), body: more.join(' ') };
    }
    case 'sign': return { title: say(REVIEW.signed, { stage: act.stage }), body: '' };
    case 'unsign': return { title: say(REVIEW.unsigned, { stage: act.stage }), body: '' };
    case 'add': return { title: say(REVIEW.added, { number: numbers[0] ?? '' }), body: '' };
    default: {
      const state = review.findings.find(({ number }) => number === act.number)?.state ?? 'none';
      return { title: say(REVIEW.done, { number: act.number, state: reviewText(language, `state/${state}`) }), body: '' };
    }
  }
}
