/** A read-only window of a sheet around a cell. */
import { Button, makeStyles, mergeClasses, Text, tokens, Tooltip } from '@fluentui/react-components';
import { ArrowLeft20Regular, ChevronDown16Regular, ChevronUp16Regular, CommentAdd20Regular } from '@fluentui/react-icons';
import { useContext, useEffect, useRef, useState } from 'react';
import type { SheetWindow } from '../../app/desk/sheet-window';
import { columnLetters } from '../../core/model/address';
import { rangeOf, type Area } from '../../core/model/area';
import { FRAME } from '../../core/text/pane/frame-texts';
import { REVIEW } from '../../core/text/pane/review-page-texts';
import { useDeskQuery } from '../hooks/desk-query';
import { useSay } from '../hooks/language';
import { PagesContext } from '../hooks/reach';
import { useWorkspace, type SheetPlace } from '../hooks/workspace-context';
import { Asked } from './Asked';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', minHeight: 0, height: '100%', minWidth: 0 },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  title: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  body: { overflow: 'auto', minHeight: 0, flexGrow: 1 },
  note: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`, color: tokens.colorNeutralForeground3 },
  steps: { display: 'flex', gap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}` },
  table: { borderCollapse: 'separate', borderSpacing: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  cell: { borderRight: `1px solid ${tokens.colorNeutralStroke3}`, borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, padding: `2px ${tokens.spacingHorizontalS}`, maxWidth: '220px', minWidth: '32px', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', textAlign: 'left' },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  head1: { backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular, textAlign: 'center', position: 'sticky', top: 0, zIndex: 1 },
  row1: { backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular, textAlign: 'right', position: 'sticky', left: 0, zIndex: 1, fontVariantNumeric: 'tabular-nums' },
  here: { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: '-2px', backgroundColor: tokens.colorBrandBackground2 },
});

const ROWS = 40;
const ABOVE = 8;
const COLUMNS = 30;

export function SheetView({ place, onClose }: { readonly place: SheetPlace; readonly onClose: () => void }): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const { go } = useWorkspace();
  const pages = useContext(PagesContext);
  const wanted = rangeOf(place.cell);
  const [start, setStart] = useState(() => Math.max(1, (wanted?.top ?? 1) - ABOVE));
  const query = useDeskQuery(`sheet ${place.sheet} ${start}`, (desk, call) => desk.sheet({ sheet: place.sheet, fromRow: start, rows: ROWS, columns: COLUMNS }, call));
  return (
    <section className={styles.root} aria-label={say(FRAME.sheetView, { sheet: place.sheet })} onKeyDown={({ key }) => (key === 'Escape' ? onClose() : undefined)}>
      <div className={styles.head}>
        <Button autoFocus appearance="subtle" icon={<ArrowLeft20Regular />} onClick={onClose} aria-label={say(FRAME.back)} />
        <Text weight="semibold" className={styles.title}>{place.sheet}{place.cell === '' ? '' : ` ${place.cell}`}</Text>
        {pages.has('review') ? <Tooltip relationship="label" content={say(REVIEW.onThis)}><Button appearance="subtle" icon={<CommentAdd20Regular />} onClick={() => go('review', place)} /></Tooltip> : null}
      </div>
      <div className={styles.body} tabIndex={0} role="group" aria-label={place.sheet}>
        <Asked query={query}>
          {(window) => (
            <>
              <Text as="p" size={200} className={styles.note} block>{say(FRAME.sheetReadOnly)}</Text>
              {start > 1 ? <div className={styles.steps}><Button size="small" appearance="subtle" icon={<ChevronUp16Regular />} onClick={() => setStart(Math.max(1, start - ROWS))}>{say(FRAME.sheetEarlier)}</Button></div> : null}
              <Grid key={window.fromRow} window={window} wanted={wanted} />
              {window.more ? <div className={styles.steps}><Button size="small" appearance="subtle" icon={<ChevronDown16Regular />} onClick={() => setStart(start + ROWS)}>{say(FRAME.sheetLater)}</Button></div> : null}
            </>
          )}
        </Asked>
      </div>
    </section>
  );
}

function Grid({ window, wanted }: { readonly window: SheetWindow; readonly wanted: Area | null }): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const last = Math.min(COLUMNS, Math.max(window.lastColumn, wanted?.right ?? 1));
  const columns = Array.from({ length: last }, (_, i) => i + 1);
  const here = useRef<HTMLTableCellElement>(null);
  useEffect(() => {
    here.current?.scrollIntoView({ block: 'center', inline: 'center' });
  }, []);
  const rows = rowsWith(window, wanted);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th className={mergeClasses(styles.cell, styles.head1)} scope="col">{say(FRAME.sheetRow)}</th>
          {columns.map((column) => <th key={column} className={mergeClasses(styles.cell, styles.head1)} scope="col">{columnLetters(column)}</th>)}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, cells }) => (
          <tr key={row}>
            <th className={mergeClasses(styles.cell, styles.row1)} scope="row">{row}</th>
            {columns.map((column) => {
              const cell = cells.find((one) => one.column === column);
              const marked = wanted !== null && row >= wanted.top && row <= wanted.bottom && column >= wanted.left && column <= wanted.right;
              return (
                <td key={column} ref={marked && row === wanted.top && column === wanted.left ? here : null} title={cell?.text ?? ''} aria-current={marked ? 'location' : undefined}
                  className={mergeClasses(styles.cell, cell?.kind === 'number' && styles.number, marked && styles.here)}>
                  {firstLine(cell?.text ?? '')}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The wanted row is shown even when it is blank. */
function rowsWith({ rows }: SheetWindow, wanted: Area | null): SheetWindow['rows'] {
  if (wanted === null || rows.some(({ row }) => row === wanted.top)) return rows;
  return [...rows, { row: wanted.top, cells: [] }].sort((a, b) => a.row - b.row);
}

function firstLine(text: string): string {
  const [line = ''] = text.split('\n');
  return line;
}
