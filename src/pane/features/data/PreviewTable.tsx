/** The first rows as they will stand under our headings; rows that will not go in are struck out and say so. */
import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { ImportPreview } from '../../../app/desk/import-data';
import { DATA } from '../../../core/text/pane/data-texts';
import { useSay } from '../../hooks/language';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  scroll: { overflowX: 'auto' },
  table: { borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, whiteSpace: 'nowrap' },
  cell: { padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`, borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, textAlign: 'left', fontWeight: tokens.fontWeightRegular, maxWidth: '180px', overflow: 'hidden', textOverflow: 'ellipsis' },
  head: { color: tokens.colorNeutralForeground3, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  out: { color: tokens.colorNeutralForeground3, textDecorationLine: 'line-through' },
  mark: { color: tokens.colorPaletteRedForeground1 },
});

export function PreviewTable({ preview: { rows, targets } }: { readonly preview: ImportPreview }): React.JSX.Element | null {
  const styles = useStyles();
  const say = useSay();
  if (rows.length === 0) return null;
  const title = say(DATA.preview, { count: rows.length });
  return (
    <section className={styles.part}>
      <Text as="h4" weight="semibold">{title}</Text>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={title}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th className={mergeClasses(styles.cell, styles.head)} scope="col">{say(DATA.previewRow)}</th>
              {targets.map(({ key, header }) => <th key={key} className={mergeClasses(styles.cell, styles.head)} scope="col">{header}</th>)}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, rejected, texts }) => (
              <tr key={row}>
                <td className={styles.cell}>{row}{rejected ? <span className={styles.mark}> {say(DATA.rejectedRow)}</span> : null}</td>
                {targets.map(({ key }, i) => <td key={key} className={mergeClasses(styles.cell, rejected && styles.out)} title={texts[i]}>{texts[i]}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
