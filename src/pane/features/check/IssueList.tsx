/** The lines of the check, of which only those in view are in the page. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { DismissCircle16Filled, Info16Regular, Warning16Filled } from '@fluentui/react-icons';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import type { Issue, Severity } from '../../../core/issue/issue';
import { CHECK } from '../../../core/text/pane/check-texts';
import { issuePlace, issueText } from '../../../core/text/issue-text';
import { severityLabel } from '../../../core/text/labels';
import { useLanguage, useSay } from '../../hooks/language';
import { useReach } from '../../hooks/reach';
import type { Line } from './group-issues';

const useStyles = makeStyles({
  scroll: { overflowY: 'auto', height: 'calc(100vh - 250px)', minHeight: '240px', contain: 'strict' },
  whole: { position: 'relative', width: '100%', margin: 0, padding: 0, listStyleType: 'none' },
  line: { position: 'absolute', top: 0, left: 0, width: '100%' },
  sheet: { display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', gap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  issue: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: tokens.spacingHorizontalXS, padding: `${tokens.spacingVerticalS} 0`, borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  mark: { paddingTop: '2px' },
  error: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  info: { color: tokens.colorNeutralForeground3 },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  quiet: { color: tokens.colorNeutralForeground3 },
  verb: { minWidth: 'auto' },
  more: { padding: `${tokens.spacingVerticalXS} 0` },
});

const MARKS: Readonly<Record<Severity, React.JSX.Element>> = { error: <DismissCircle16Filled />, warning: <Warning16Filled />, info: <Info16Regular /> };

const keyOf = ({ code, sheet, cell, params }: Issue): string => `${code} ${sheet} ${cell} ${JSON.stringify(params)}`;

export function IssueList({ lines }: { readonly lines: readonly Line[] }): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const scroll = useRef<HTMLDivElement>(null);
  const [explained, setExplained] = useState<string | null>(null);
  const virtual = useVirtualizer({ count: lines.length, getScrollElement: () => scroll.current, estimateSize: (index) => (lines[index]?.kind === 'sheet' ? 40 : 84), overscan: 8 });
  return (
    <div ref={scroll} className={styles.scroll} tabIndex={0} role="region" aria-label={say(CHECK.list)}>
      <ul className={styles.whole} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const line = lines[index];
          if (line === undefined) return null;
          return (
            <li key={key} data-index={index} ref={virtual.measureElement} className={styles.line} style={{ transform: `translateY(${start}px)` }} aria-setsize={lines.length} aria-posinset={index + 1}>
              {line.kind === 'sheet'
                ? <SheetLine line={line} />
                : <IssueLine issue={line.issue} open={explained === keyOf(line.issue)} onToggle={() => setExplained((now) => (now === keyOf(line.issue) ? null : keyOf(line.issue)))} />}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function SheetLine({ line: { sheet, counts } }: { readonly line: Extract<Line, { readonly kind: 'sheet' }> }): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const total = counts.error + counts.warning + counts.info;
  return (
    <div className={styles.sheet}>
      <Text as="h3" weight="semibold">{sheet === '' ? say(CHECK.workbook) : sheet}</Text>
      <Text size={200} className={styles.quiet}>{say(CHECK.sheetCount, { count: total })}</Text>
    </div>
  );
}

function IssueLine({ issue, open, onToggle }: { readonly issue: Issue; readonly open: boolean; readonly onToggle: () => void }): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const language = useLanguage();
  const reach = useReach();
  const { message, repair } = issueText(issue, language);
  return (
    <div className={styles.issue}>
      <span className={`${styles.mark} ${styles[issue.severity]}`} title={severityLabel(issue.severity, language)} role="img" aria-label={severityLabel(issue.severity, language)}>{MARKS[issue.severity]}</span>
      <div>
        <Text block>{message}</Text>
        {open ? <Text block size={200} className={styles.more}>{repair}{issue.clause === '' ? '' : ` ${say(CHECK.clause, { clause: issue.clause })}`}</Text> : null}
        <div className={styles.foot}>
          <Text size={200} className={styles.quiet}>{issuePlace(issue, language)}</Text>
          {issue.sheet === '' ? null : <Button className={styles.verb} size="small" appearance="transparent" onClick={() => reach(issue)}>{say(CHECK.goTo)}</Button>}
          <Button className={styles.verb} size="small" appearance="transparent" aria-expanded={open} onClick={onToggle}>{say(CHECK.explain)}</Button>
        </div>
      </div>
    </div>
  );
}
