/** 数据: the raw-data sheets with their rows; a file is chosen or dropped, looked at, and imported. */
import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { RawSheetSummary } from '../../../app/desk/desk-state';
import type { NamedFile } from '../../../app/desk/named-file';
import { DATA } from '../../../core/text/pane/data-texts';
import { FRAME } from '../../../core/text/pane/frame-texts';
import { Page } from '../../components/Page';
import { useSay } from '../../hooks/language';
import { usePorts } from '../../hooks/ports-context';
import { useWorkspace } from '../../hooks/workspace-context';
import { ImportView } from './ImportView';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  item: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, padding: `${tokens.spacingVerticalS} 0`, borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  dropping: { backgroundColor: tokens.colorBrandBackground2 },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, flexGrow: 1 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface Chosen {
  readonly sheet: RawSheetSummary;
  readonly source: NamedFile;
  readonly id: string;
}

let chosenSoFar = 0;

export function DataPage(): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const { files } = usePorts();
  const { state, fail } = useWorkspace();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const begin = (sheet: RawSheetSummary, ask: () => Promise<NamedFile | null>): void => {
    ask().then((source) => (source === null ? undefined : setChosen({ sheet, source: { name: source.name, file: source.file }, id: `${++chosenSoFar}` })), fail);
  };
  return (
    <Page title={say(FRAME.data)}>
      {chosen === null ? (
        <>
          <Text className={styles.quiet}>{say(DATA.drop)}</Text>
          <ul className={styles.list} aria-label={say(DATA.sheets)}>
            {(state?.rawSheets ?? []).map((sheet) => <SheetItem key={sheet.key} sheet={sheet} onPick={() => begin(sheet, () => files.pick('rows'))} onDrop={(transfer) => begin(sheet, () => files.dropped(transfer))} />)}
          </ul>
        </>
      ) : <ImportView key={chosen.id} sheet={chosen.sheet} source={chosen.source} sourceId={chosen.id} onClose={() => setChosen(null)} />}
    </Page>
  );
}

function SheetItem({ sheet, onPick, onDrop }: { readonly sheet: RawSheetSummary; readonly onPick: () => void; readonly onDrop: (transfer: DataTransfer) => void }): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const { show } = useWorkspace();
  const [dropping, setDropping] = useState(false);
  return (
    <li
      className={mergeClasses(styles.item, dropping && styles.dropping)}
      onDragOver={(event) => { event.preventDefault(); setDropping(true); }}
      onDragLeave={() => setDropping(false)}
      onDrop={(event) => { event.preventDefault(); event.stopPropagation(); setDropping(false); onDrop(event.dataTransfer); }}
    >
      <span className={styles.words}>
        <Text>{sheet.sheet}</Text>
        <Text size={200} className={styles.quiet}>{sheet.rows === 0 ? say(DATA.empty) : say(DATA.rows, { count: sheet.rows })} · {say(DATA.feeds, { feeds: sheet.feeds })}</Text>
      </span>
      {sheet.rows === 0 ? null : <Button size="small" appearance="subtle" aria-label={`${say(DATA.look)} ${sheet.sheet}`} onClick={() => show({ sheet: sheet.sheet, cell: '' })}>{say(DATA.look)}</Button>}
      <Button size="small" aria-label={say(DATA.importInto, { sheet: sheet.sheet })} onClick={onPick}>{say(DATA.importRows)}</Button>
    </li>
  );
}
