/** One finding: what, where, how grave, what was answered, and what can be done next. */
import { Badge, Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { LocatedFinding, ReviewAct } from '../../../app/review-workbook';
import { isoOf } from '../../../core/codec/date';
import type { FindingLevel, FindingState } from '../../../core/review/finding';
import type { PaneText } from '../../../core/text/pane/pane-text';
import { REVIEW } from '../../../core/text/pane/review-page-texts';
import { reviewText } from '../../../core/text/review-texts';
import { useLanguage, useSay, type Say } from '../../hooks/language';
import { useWorkspace } from '../../hooks/workspace-context';
import { ActText } from './ActText';
import type { Act } from './use-review-acts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, padding: `${tokens.spacingVerticalM} 0`, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  text: { whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  answer: { display: 'flex', flexDirection: 'column', paddingLeft: tokens.spacingHorizontalM, borderLeft: `2px solid ${tokens.colorNeutralStroke2}` },
  quiet: { color: tokens.colorNeutralForeground3 },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, paddingTop: tokens.spacingVerticalXS },
});

type Colour = 'danger' | 'warning' | 'informative' | 'brand' | 'success' | 'subtle';
const LEVELS: Readonly<Record<FindingLevel, Colour>> = { must: 'danger', should: 'warning', note: 'informative' };
const STATES: Readonly<Record<FindingState, Colour>> = { open: 'informative', answered: 'brand', accepted: 'success', rejected: 'informative' };

/** Who and when, for a sentence. */
export function signedWords(name: string, day: number | null, say: Say): { readonly name: string; readonly date: string } {
  return { name: name === '' ? say(REVIEW.nobody) : name, date: day === null ? say(REVIEW.noDay) : isoOf(day) };
}

export interface FindingProps {
  readonly finding: LocatedFinding;
  readonly act: Act;
}

export function FindingItem({ finding, act }: FindingProps): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const language = useLanguage();
  const { show } = useWorkspace();
  const [writing, setWriting] = useState<'answer' | 'reject' | null>(null);
  const item = useRef<HTMLLIElement>(null);
  const { number, level, state, place, cell, closed, clause, answer, source, raisedBy, raised, answeredBy, answered, settledBy, settled } = finding;
  /** The verb that was pressed may be gone then: those who use the keyboard stay at the finding. */
  const stay = (): void => {
    setWriting(null);
    item.current?.focus();
  };
  const doIt = (what: ReviewAct): void => void act(what).then((done) => (done ? stay() : undefined));
  const about = [
    ...(place.state === 'moved' ? [say(REVIEW.moved, { cell })] : place.state === 'gone' ? [say(REVIEW.gone)] : []),
    ...(clause === '' ? [] : [say(REVIEW.clause, { clause })]),
    say(REVIEW.raised, signedWords(raisedBy, raised, say)),
  ].join(' · ');
  return (
    <li ref={item} tabIndex={-1} className={styles.root} aria-label={say(REVIEW.numbered, { number })}>
      <div className={styles.head}>
        <Text weight="semibold">{number}</Text>
        <Badge appearance="tint" color={level === null ? 'subtle' : LEVELS[level]}>{reviewText(language, `level/${level ?? 'none'}`)}</Badge>
        <Badge appearance="outline" color={state === null ? 'subtle' : STATES[state]}>{reviewText(language, `state/${state ?? 'none'}`)}</Badge>
        {source === '' ? null : <Text size={200} className={styles.quiet}>{say(REVIEW.fromCheck)}</Text>}
      </div>
      <Text className={styles.text}>{finding.finding}</Text>
      <Text size={200} className={styles.quiet} block>
        {place.sheet === '' ? null : <><Link as="button" inline onClick={() => show({ sheet: place.sheet, cell: place.cell })}>{place.sheet} {place.cell === '' ? say(REVIEW.whole) : place.cell}</Link> · </>}{about}
      </Text>
      {answer === '' ? null : (
        <div className={styles.answer}>
          <Text className={styles.text}>{answer}</Text>
          <Text size={200} className={styles.quiet}>{say(REVIEW.answered, signedWords(answeredBy, answered, say))}</Text>
        </div>
      )}
      {closed ? <Text size={200} className={styles.quiet}>{say(REVIEW.settled, signedWords(settledBy, settled, say))}</Text> : null}
      {writing !== null ? (
        <ActText label={writing === 'answer' ? REVIEW.answerText : REVIEW.reason} optional={writing === 'reject' && answer !== ''} onCancel={stay}
          onWrite={(text) => doIt(writing === 'answer' ? { act: 'answer', number, answer: text } : { act: 'reject', number, ...(text.trim() === '' ? {} : { reason: text }) })} />
      ) : (
        <div className={styles.foot}>
          {closed ? <Verb text={REVIEW.reopen} number={number} onClick={() => doIt({ act: 'reopen', number })} /> : (
            <>
              {state === 'answered' ? null : <Verb text={REVIEW.answer} number={number} onClick={() => setWriting('answer')} />}
              <Verb text={REVIEW.accept} number={number} onClick={() => doIt({ act: 'accept', number })} />
              <Verb text={REVIEW.reject} number={number} onClick={() => setWriting('reject')} />
              {state === 'answered' ? <Verb text={REVIEW.giveBack} number={number} onClick={() => doIt({ act: 'reopen', number })} /> : null}
            </>
          )}
        </div>
      )}
    </li>
  );
}

function Verb({ text, number, onClick }: { readonly text: PaneText; readonly number: number; readonly onClick: () => void }): React.JSX.Element {
  const say = useSay();
  return <Button size="small" aria-label={say(REVIEW.actOn, { act: say(text), number })} onClick={onClick}>{say(text)}</Button>;
}
