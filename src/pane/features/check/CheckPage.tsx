/** 检查: everything that is wrong, worst sheet first, virtualised; each line says what, where, and leads there. */
import { Badge, Button, makeStyles, SearchBox, Text, ToggleButton, tokens } from '@fluentui/react-components';
import { CheckmarkCircle48Regular } from '@fluentui/react-icons';
import { useMemo, useState } from 'react';
import type { CheckReport } from '../../../app/desk/desk';
import type { Severity } from '../../../core/issue/issue';
import { CHECK } from '../../../core/text/pane/check-texts';
import { FRAME } from '../../../core/text/pane/frame-texts';
import type { PaneText } from '../../../core/text/pane/pane-text';
import { Asked } from '../../components/Asked';
import { Page } from '../../components/Page';
import { useDeskQuery } from '../../hooks/desk-query';
import { useLanguage, useSay } from '../../hooks/language';
import { usePorts } from '../../hooks/ports-context';
import { ExcelCheck } from './ExcelCheck';
import { groupIssues } from './group-issues';
import { IssueList } from './IssueList';
import { Restore } from './Restore';

const useStyles = makeStyles({
  clean: { display: 'flex', flexDirection: 'column', alignItems: 'center', gap: tokens.spacingVerticalS, padding: `${tokens.spacingVerticalXXXL} 0`, textAlign: 'center', color: tokens.colorPaletteGreenForeground1 },
  cleanNote: { color: tokens.colorNeutralForeground3 },
  filters: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, alignItems: 'center' },
  search: { width: '100%', maxWidth: '360px' },
});

const SEVERITIES: readonly { readonly severity: Severity; readonly text: PaneText }[] = [
  { severity: 'error', text: CHECK.errors }, { severity: 'warning', text: CHECK.warnings }, { severity: 'info', text: CHECK.notes },
];

export function CheckPage(): React.JSX.Element {
  const say = useSay();
  const { excel } = usePorts();
  const query = useDeskQuery('check', (desk, call) => desk.check(null, call));
  return <Page title={say(FRAME.check)}><Asked query={query}>{(report) => <>{excel === null ? null : <ExcelCheck excel={excel} issues={report.issues} />}<Report report={report} /></>}</Asked></Page>;
}

function Report({ report: { issues, counts } }: { readonly report: CheckReport }): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const language = useLanguage();
  const [hidden, setHidden] = useState<ReadonlySet<Severity>>(new Set());
  const [words, setWords] = useState('');
  const lines = useMemo(() => groupIssues(issues, { hidden, words, language }), [issues, hidden, words, language]);
  if (issues.length === 0) {
    return (
      <div className={styles.clean}>
        <CheckmarkCircle48Regular />
        <Text weight="semibold" size={400}>{say(CHECK.clean)}</Text>
        <Text className={styles.cleanNote}>{say(CHECK.cleanNote)}</Text>
      </div>
    );
  }
  return (
    <>
      <div className={styles.filters} role="group" aria-label={say(CHECK.filter)}>
        {SEVERITIES.filter(({ severity }) => counts[severity] > 0).map(({ severity, text }) => (
          <ToggleButton key={severity} size="small" shape="circular" checked={!hidden.has(severity)} onClick={() => setHidden(toggled(hidden, severity))}>
            {say(text)}&nbsp;<Badge appearance="tint" size="small" color="informative">{counts[severity]}</Badge>
          </ToggleButton>
        ))}
      </div>
      <SearchBox className={styles.search} size="small" value={words} placeholder={say(CHECK.search)} aria-label={say(CHECK.search)} onChange={(_, { value }) => setWords(value)} />
      <Restore />
      {lines.length === 0 ? <Text>{say(CHECK.nothingShown)} <Button size="small" appearance="subtle" onClick={() => { setHidden(new Set()); setWords(''); }}>{say(CHECK.all)}</Button></Text> : <IssueList lines={lines} />}
    </>
  );
}

function toggled(set: ReadonlySet<Severity>, severity: Severity): ReadonlySet<Severity> {
  const next = new Set(set);
  if (!next.delete(severity)) next.add(severity);
  return next;
}
