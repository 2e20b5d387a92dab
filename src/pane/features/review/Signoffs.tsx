/** Sign-off per step of clause 6, by both parties; what was changed since is named and leads there. */
import { Badge, Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { StageSignoff } from '../../../app/sign-stage';
import type { SignatureState } from '../../../core/review/check-signoffs';
import type { Party } from '../../../core/review/signoff';
import type { PaneText } from '../../../core/text/pane/pane-text';
import { REVIEW } from '../../../core/text/pane/review-page-texts';
import { stageName } from '../../../core/text/stage-texts';
import { useLanguage, useSay } from '../../hooks/language';
import { useWorkspace } from '../../hooks/workspace-context';
import { changedPlace } from './changed-place';
import { signedWords } from './FindingItem';
import type { Act } from './use-review-acts';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0, maxWidth: '720px' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, padding: `${tokens.spacingVerticalM} 0`, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  line: { display: 'grid', gridTemplateColumns: '68px minmax(0, 1fr) auto', alignItems: 'center', columnGap: tokens.spacingHorizontalS, minHeight: '28px' },
  words: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS, overflowWrap: 'anywhere' },
  changed: { paddingLeft: `calc(68px + ${tokens.spacingHorizontalS})`, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  red: { color: tokens.colorPaletteRedForeground1 },
});

const PARTIES: readonly { readonly party: Party; readonly label: PaneText }[] = [{ party: 'enterprise', label: REVIEW.enterprise }, { party: 'agency', label: REVIEW.agency }];
const STATES = { holds: ['success', REVIEW.holds], broken: ['danger', REVIEW.broken], unproven: ['informative', REVIEW.unproven], elsewhere: ['informative', REVIEW.elsewhere] } as const satisfies Readonly<Record<SignatureState['state'], readonly [string, PaneText]>>;
/** Changes that are named one by one. */
const NAMED = 6;

export function Signoffs({ signoffs, act }: { readonly signoffs: readonly StageSignoff[]; readonly act: Act }): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const language = useLanguage();
  return (
    <section className={styles.part} aria-label={say(REVIEW.signoffs)}>
      <Text as="h3" weight="semibold">{say(REVIEW.signoffs)}</Text>
      <Text size={200} className={styles.quiet}>{say(REVIEW.signoffsNote)}</Text>
      <ul className={styles.list}>
        {signoffs.map((signoff) => {
          const { stage, mustFirst } = signoff;
          return (
            <li key={stage} className={styles.item}>
              <Text weight="semibold">{stage} {stageName(stage, language)}</Text>
              {PARTIES.map(({ party, label }) => <PartyLine key={party} stage={stage} party={party} label={say(label)} signature={signoff[party]} blocked={mustFirst.length > 0} act={act} />)}
              {mustFirst.length === 0 ? null : <Text size={200} className={styles.red}>{say(REVIEW.mustFirst, { numbers: mustFirst.join(language === 'zh' ? '、' : ', ') })}</Text>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface PartyProps {
  readonly stage: string;
  readonly party: Party;
  readonly label: string;
  readonly signature: SignatureState | null;
  /** Findings have to be closed first. */
  readonly blocked: boolean;
  readonly act: Act;
}

function PartyLine({ stage, party, label, signature, blocked, act }: PartyProps): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const nameOf = (text: PaneText): string => say(REVIEW.signOf, { act: say(text), stage, party: label });
  const again = signature === null || signature.state === 'broken' || signature.state === 'unproven';
  const verb = signature === null ? REVIEW.sign : REVIEW.signAgain;
  return (
    <div>
      <div className={styles.line}>
        <Text size={200}>{label}</Text>
        <span className={styles.words}>
          {signature === null ? <Text size={200} className={styles.quiet}>{say(REVIEW.notSigned)}</Text> : (
            <>
              <Text size={200}>{say(REVIEW.by, signedWords(signature.by, signature.on, say))}</Text>
              <Badge size="small" appearance="tint" color={STATES[signature.state][0]}>{say(STATES[signature.state][1])}</Badge>
            </>
          )}
        </span>
        {again
          ? <Button size="small" disabledFocusable={blocked} aria-label={nameOf(verb)} onClick={() => (blocked ? undefined : void act({ act: 'sign', stage, party }))}>{say(verb)}</Button>
          : <Button size="small" appearance="subtle" aria-label={nameOf(REVIEW.unsignAct)} onClick={() => void act({ act: 'unsign', stage, party })}>{say(REVIEW.unsign)}</Button>}
      </div>
      {signature === null || signature.state !== 'broken' ? null : <Changed changed={signature.changed} />}
    </div>
  );
}

function Changed({ changed }: { readonly changed: readonly string[] }): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const language = useLanguage();
  const { state, show } = useWorkspace();
  if (changed.length === 0) return <Text size={200} block className={styles.changed}>{say(REVIEW.changedUnknown)}</Text>;
  return (
    <Text size={200} block className={styles.changed}>
      {say(REVIEW.changed, { count: changed.length })}
      {changed.slice(0, NAMED).map((text, index) => {
        const place = state === null ? null : changedPlace(text, state);
        return <span key={text}>{index === 0 ? '' : language === 'zh' ? '、' : ', '}{place === null ? text : <Link as="button" inline onClick={() => show(place)}>{text}</Link>}</span>;
      })}
      {changed.length > NAMED ? ` ${say(REVIEW.more)}` : ''}
    </Text>
  );
}
