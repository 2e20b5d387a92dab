/** The rows that a number was counted from, failing ones first; each leads to its place in the sheet. */
import { Button, Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { RowStanding } from '../../../core/metric/row-standing';
import type { PeriodKey } from '../../../core/model/period';
import { METRIC } from '../../../core/text/pane/metrics-texts';
import type { PaneText } from '../../../core/text/pane/pane-text';
import { Asked } from '../../components/Asked';
import { useDeskQuery } from '../../hooks/desk-query';
import { useSay } from '../../hooks/language';
import { useWorkspace } from '../../hooks/workspace-context';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto', maxWidth: '100%' },
  table: { borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, whiteSpace: 'nowrap' },
  cell: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`, borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, textAlign: 'left', fontWeight: tokens.fontWeightRegular },
  head: { color: tokens.colorNeutralForeground3, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  missed: { color: tokens.colorPaletteRedForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const PAGE = 50;

const STANDINGS: Readonly<Record<RowStanding, PaneText>> = {
  missed: METRIC.standingMissed, met: METRIC.standingMet, used: METRIC.standingUsed, notDue: METRIC.standingNotDue, invalid: METRIC.standingInvalid,
};

export function RowsBehind({ metric, period }: { readonly metric: string; readonly period: PeriodKey }): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const { show } = useWorkspace();
  const [count, setCount] = useState(PAGE);
  const query = useDeskQuery(`rows ${metric} ${period} ${count}`, (desk, call) => desk.rowsBehind({ metric, period, from: 0, count }, call));
  return (
    <Asked query={query}>
      {({ rows, columns, total, sheet }) => total === 0 ? <Text>{say(METRIC.noRows)}</Text> : (
        <>
          <Text size={200} className={styles.quiet}>{say(METRIC.rowsTotal, { total })}</Text>
          <div className={styles.scroll} tabIndex={0} role="region" aria-label={sheet}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th className={mergeClasses(styles.cell, styles.head)} scope="col">{say(METRIC.rowNumber)}</th>
                  <th className={mergeClasses(styles.cell, styles.head)} scope="col">{say(METRIC.standing)}</th>
                  {columns.map(({ key, header, number }) => <th key={key} scope="col" className={mergeClasses(styles.cell, styles.head, number && styles.number)}>{header}</th>)}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ row, standing, texts }) => (
                  <tr key={row}>
                    <td className={styles.cell}><Link as="button" onClick={() => show({ sheet, cell: `A${row}` })}>{row}</Link></td>
                    <td className={mergeClasses(styles.cell, standing === 'missed' && styles.missed)}>{say(STANDINGS[standing])}</td>
                    {columns.map(({ key, number }, i) => <td key={key} className={mergeClasses(styles.cell, number && styles.number)}>{texts[i]}</td>)}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {rows.length < total ? <div><Button size="small" onClick={() => setCount(count + PAGE * 4)}>{say(METRIC.moreRows, { count: Math.min(PAGE * 4, total - rows.length) })}</Button></div> : null}
        </>
      )}
    </Asked>
  );
}
