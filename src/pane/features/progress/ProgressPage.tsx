/** 进度: what to do next in one sentence and one button, and how far each step of clause 6 has come. */
import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Button, Link, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled, Circle20Regular, LockClosed20Regular, SubtractCircle20Regular } from '@fluentui/react-icons';
import type { StageState, StageStatus } from '../../../core/check/stage/stage-status';
import type { Issue } from '../../../core/issue/issue';
import { FRAME } from '../../../core/text/pane/frame-texts';
import { PROGRESS } from '../../../core/text/pane/progress-texts';
import { issuePlace, issueText } from '../../../core/text/issue-text';
import { stageName, stageState } from '../../../core/text/stage-texts';
import { Asked } from '../../components/Asked';
import { Page } from '../../components/Page';
import { useDeskQuery } from '../../hooks/desk-query';
import { useLanguage, useSay } from '../../hooks/language';
import { useReach } from '../../hooks/reach';

const useStyles = makeStyles({
  next: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, alignItems: 'flex-start', padding: tokens.spacingHorizontalL, backgroundColor: tokens.colorNeutralBackground2, borderRadius: tokens.borderRadiusLarge },
  header: { display: 'flex', flexDirection: 'column', minWidth: 0, flexGrow: 1 },
  quiet: { color: tokens.colorNeutralForeground3 },
  done: { color: tokens.colorPaletteGreenForeground1 },
  missing: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, margin: 0, paddingLeft: tokens.spacingHorizontalXXL, paddingTop: tokens.spacingVerticalXS, paddingBottom: tokens.spacingVerticalM },
  plain: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minHeight: '44px', padding: `0 ${tokens.spacingHorizontalM} 0 ${tokens.spacingHorizontalMNudge}` },
  bar: { marginTop: tokens.spacingVerticalXS },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

/** Places that are listed under a step. */
const LISTED = 12;

export function ProgressPage(): React.JSX.Element {
  const say = useSay();
  const query = useDeskQuery('check', (desk, call) => desk.check(null, call));
  return (
    <Page title={say(FRAME.progress)}>
      <Asked query={query}>
        {({ stages }) => (
          <>
            <Next stages={stages} />
            <section aria-labelledby="stages">
              <Text as="h3" weight="semibold" id="stages" block>{say(PROGRESS.stages)}</Text>
              <Accordion multiple collapsible>
                {stages.filter(({ state }) => state !== 'absent').map((stage) => <Stage key={stage.key} stage={stage} />)}
              </Accordion>
            </section>
          </>
        )}
      </Asked>
    </Page>
  );
}

function Next({ stages }: { readonly stages: readonly StageStatus[] }): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const language = useLanguage();
  const reach = useReach();
  const present = stages.filter(({ state }) => state !== 'absent');
  const stage = present.find(({ state }) => state === 'open');
  if (stage === undefined) {
    const done = present.length > 0;
    return (
      <div className={styles.next}>
        <Text weight="semibold" size={400}>{say(done ? PROGRESS.allDone : PROGRESS.noForms)}</Text>
        {done ? <Text>{say(PROGRESS.allDoneNote)}</Text> : null}
      </div>
    );
  }
  const first = stage.missing[0];
  return (
    <div className={styles.next}>
      <Text weight="semibold" size={400}>{say(PROGRESS.next, { clause: stage.clause, name: stageName(stage.key, language), count: stage.missingCount })}</Text>
      {first === undefined ? null : (
        <>
          <Text>{say(PROGRESS.firstMissing, { place: issuePlace(first, language), message: issueText(first, language).message })}</Text>
          <Button appearance="primary" onClick={() => reach(first)}>{say(PROGRESS.fill)}</Button>
        </>
      )}
    </div>
  );
}

const MARKS: Readonly<Record<StageState, React.JSX.Element>> = {
  done: <CheckmarkCircle20Filled />, open: <Circle20Regular />, blocked: <LockClosed20Regular />, absent: <SubtractCircle20Regular />,
};

function Stage({ stage }: { readonly stage: StageStatus }): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const language = useLanguage();
  const { key, state, total, done, missing, missingCount } = stage;
  const mark = <span className={state === 'done' ? styles.done : styles.quiet}>{MARKS[state]}</span>;
  const words = (
    <span className={styles.header}>
      <Text weight={state === 'open' ? 'semibold' : 'regular'}>{key} {stageName(key, language)}</Text>
      <Text size={200} className={styles.quiet}>{stageState(stage, language)} · {say(PROGRESS.filled, { total, done })}</Text>
      <ProgressBar className={styles.bar} value={total === 0 ? 1 : done / total} thickness="medium" color={state === 'done' ? 'success' : 'brand'} aria-label={say(PROGRESS.filled, { total, done })} />
    </span>
  );
  if (missing.length === 0) return <div className={styles.plain}>{mark}{words}</div>;
  return (
    <AccordionItem value={key}>
      <AccordionHeader icon={mark} expandIconPosition="end">{words}</AccordionHeader>
      <AccordionPanel>
        <Missing issues={missing.slice(0, LISTED)} more={missingCount - Math.min(LISTED, missing.length)} />
      </AccordionPanel>
    </AccordionItem>
  );
}

function Missing({ issues, more }: { readonly issues: readonly Issue[]; readonly more: number }): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const language = useLanguage();
  const reach = useReach();
  return (
    <div className={styles.missing}>
      <ul className={styles.list} aria-label={say(PROGRESS.missing)}>
        {issues.map((issue) => (
          <li key={`${issue.code} ${issue.sheet} ${issue.cell}`}>
            <Text size={200} block>{issueText(issue, language).message}</Text>
            <Link as="button" onClick={() => reach(issue)}><Text size={200}>{issuePlace(issue, language)}</Text></Link>
          </li>
        ))}
      </ul>
      {more > 0 ? <Text size={200} className={styles.quiet}>{say(PROGRESS.moreMissing, { count: more })}</Text> : null}
    </div>
  );
}
