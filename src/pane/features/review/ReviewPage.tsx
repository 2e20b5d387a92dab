/** 审核: findings on any cell with their answers, and sign-off per step, under the name of who does it. */
import { Badge, Button, Field, Input, makeStyles, Text, ToggleButton, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { LocatedFinding, Review, ReviewAct } from '../../../app/review-workbook';
import { FRAME } from '../../../core/text/pane/frame-texts';
import type { PaneText } from '../../../core/text/pane/pane-text';
import { REVIEW } from '../../../core/text/pane/review-page-texts';
import { Asked } from '../../components/Asked';
import { Page } from '../../components/Page';
import { useDeskQuery } from '../../hooks/desk-query';
import { useSay } from '../../hooks/language';
import { useSettings } from '../../hooks/settings';
import { useWorkspace, type SheetPlace } from '../../hooks/workspace-context';
import { FindingItem } from './FindingItem';
import { NewFinding } from './NewFinding';
import { groupOf, shownFindings, type Group } from './shown-findings';
import { Signoffs } from './Signoffs';
import { REVIEW_QUERY, useReviewActs, type Act } from './use-review-acts';

const useStyles = makeStyles({
  name: { maxWidth: '360px' },
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3 },
  red: { color: tokens.colorPaletteRedForeground1 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

export function ReviewPage(): React.JSX.Element {
  const say = useSay();
  const query = useDeskQuery(REVIEW_QUERY, (desk, call) => desk.review(null, call));
  return <Page title={say(FRAME.review)}><Asked query={query}>{(review) => <Reviewing review={review} />}</Asked></Page>;
}

function Reviewing({ review: { findings, counts, room, signoffs } }: { readonly review: Review }): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const { place } = useWorkspace();
  const { settings, change } = useSettings();
  const [nameless, setNameless] = useState(false);
  const [wanted, setWanted] = useState(false);
  /** The place that was come with and is dealt with. */
  const [done, setDone] = useState<SheetPlace | null>(null);
  const writing = wanted || (place !== null && place !== done);
  const [kept, setKept] = useState<ReadonlySet<number>>(new Set());
  const top = useRef<HTMLDivElement>(null);
  const adding = useRef<HTMLDivElement>(null);
  const by = settings.name.trim();
  const doIt = useReviewActs(by);
  const act: Act = async (what: ReviewAct) => {
    if (by === '') {
      setNameless(true);
      top.current?.querySelector('input')?.focus();
      return false;
    }
    const was = await doIt(what);
    if (was && 'number' in what) setKept(new Set([...kept, what.number]));
    return was;
  };
  return (
    <>
      <div ref={top}><Field className={styles.name} label={say(REVIEW.name)} hint={say(REVIEW.nameHint)} {...(nameless ? { validationState: 'error' as const, validationMessage: say(REVIEW.nameFirst) } : {})}>
        <Input autoComplete="name" value={settings.name} onChange={(_, { value }) => { change({ ...settings, name: value }); setNameless(false); }} />
      </Field></div>
      <section className={styles.part} aria-label={say(REVIEW.findings)}>
        <Text as="h3" weight="semibold">{say(REVIEW.findings)}</Text>
        {room > 0 ? null : <Text>{say(REVIEW.full)}</Text>}
        {writing ? <NewFinding at={place} act={act} onClose={() => { setWanted(false); setDone(place); requestAnimationFrame(() => adding.current?.querySelector('button')?.focus()); }} /> : (
          <div ref={adding} className={styles.line}>
            <Button appearance="primary" disabledFocusable={room <= 0} onClick={() => setWanted(room > 0)}>{say(REVIEW.add)}</Button>
            <Button onClick={() => void act({ act: 'take', severity: 'error' })}>{say(REVIEW.take)}</Button>
          </div>
        )}
        {counts.must === 0 ? null : <Text size={200} className={styles.red}>{say(REVIEW.must, { count: counts.must })}</Text>}
        {findings.length === 0 ? <Text className={styles.quiet}>{say(REVIEW.clean)}</Text> : <Findings findings={findings} kept={kept} act={act} onFilter={() => setKept(new Set())} />}
      </section>
      <Signoffs signoffs={signoffs} act={act} />
    </>
  );
}

const GROUPS: readonly { readonly group: Group; readonly text: PaneText }[] = [{ group: 'open', text: REVIEW.open }, { group: 'answered', text: REVIEW.answeredOnes }, { group: 'closed', text: REVIEW.closed }];

interface FindingsProps {
  readonly findings: readonly LocatedFinding[];
  /** Those that were just dealt with. */
  readonly kept: ReadonlySet<number>;
  readonly act: Act;
  readonly onFilter: () => void;
}

function Findings({ findings, kept, act, onFilter }: FindingsProps): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const [hidden, setHidden] = useState<ReadonlySet<Group>>(new Set(['closed']));
  const shown = shownFindings(findings, hidden, kept);
  const toggle = (group: Group): void => {
    const next = new Set(hidden);
    if (!next.delete(group)) next.add(group);
    setHidden(next);
    onFilter();
  };
  const countOf = (group: Group): number => findings.filter((finding) => groupOf(finding) === group).length;
  return (
    <>
      <div className={styles.line} role="group" aria-label={say(REVIEW.show)}>
        {GROUPS.filter(({ group }) => countOf(group) > 0).map(({ group, text }) => (
          <ToggleButton key={group} size="small" shape="circular" checked={!hidden.has(group)} onClick={() => toggle(group)}>
            {say(text)}&nbsp;<Badge appearance="tint" size="small" color="informative">{countOf(group)}</Badge>
          </ToggleButton>
        ))}
      </div>
      {shown.length === 0 ? <Text className={styles.quiet}>{say(REVIEW.nothingShown)}</Text> : <ul className={styles.list}>{shown.map((finding) => <FindingItem key={finding.number} finding={finding} act={act} />)}</ul>}
    </>
  );
}
