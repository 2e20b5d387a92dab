/** Rows that will not go in, each with its reasons; its cells can be corrected before the import. */
import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Correction, ImportPreview, RejectedPreview } from '../../../app/desk/import-data';
import { DATA } from '../../../core/text/pane/data-texts';
import { FRAME } from '../../../core/text/pane/frame-texts';
import { issueText } from '../../../core/text/issue-text';
import { useLanguage, useSay } from '../../hooks/language';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, padding: `${tokens.spacingVerticalS} 0`, borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  line: { display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  fields: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(140px, 100%), 1fr))', gap: tokens.spacingHorizontalS },
  foot: { display: 'flex', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Rows in view at once. */
const LISTED = 20;

export function RejectedRows({ preview: { rejectedRows, rejected, header }, onCorrect }: { readonly preview: ImportPreview; readonly onCorrect: (corrections: readonly Correction[]) => void }): React.JSX.Element | null {
  const styles = useStyles();
  const say = useSay();
  const [row, setRow] = useState<number | null>(null);
  if (rejectedRows.length === 0) return null;
  const listed = rejectedRows.slice(0, LISTED);
  return (
    <section className={styles.part}>
      <Text as="h4" weight="semibold">{say(DATA.rejected)}</Text>
      <ul className={styles.list} aria-label={say(DATA.rejected)}>
        {listed.map((one) => (
          <Item key={one.row} rejected={one} header={header} open={row === one.row} onOpen={(open) => setRow(open ? one.row : null)} onCorrect={(corrections) => { setRow(null); onCorrect(corrections); }} />
        ))}
      </ul>
      {rejected > listed.length ? <Text size={200} className={styles.quiet}>{say(DATA.moreRejected, { count: rejected - listed.length })}</Text> : null}
    </section>
  );
}

interface ItemProps {
  readonly rejected: RejectedPreview;
  readonly header: readonly string[];
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onCorrect: (corrections: readonly Correction[]) => void;
}

function Item({ rejected: { row, texts, issues }, header, open, onOpen, onCorrect }: ItemProps): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const language = useLanguage();
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  return (
    <li className={styles.item}>
      <div className={styles.line}>
        <Text weight="semibold">{say(DATA.rejectedAt, { row })}</Text>
        <Button size="small" appearance="subtle" aria-expanded={open} aria-label={`${say(DATA.correct)} ${say(DATA.rejectedAt, { row })}`} onClick={() => onOpen(!open)}>{say(DATA.correct)}</Button>
      </div>
      {issues.map((issue) => <Text key={`${issue.code} ${JSON.stringify(issue.params)}`} size={200} block>{issueText(issue, language).message}</Text>)}
      {open ? (
        <form className={styles.part} onSubmit={(event) => { event.preventDefault(); onCorrect(Object.entries(typed).map(([column, text]) => ({ row, column: Number(column), text }))); }}>
          <div className={styles.fields}>
            {header.map((name, column) => (
              <Field key={`${column} ${name}`} label={name} size="small"><Input size="small" value={typed[column] ?? texts[column] ?? ''} onChange={(_, { value }) => setTyped({ ...typed, [column]: value })} /></Field>
            ))}
          </div>
          <div className={styles.foot}>
            <Button size="small" type="submit">{say(DATA.apply)}</Button>
            <Button size="small" appearance="subtle" onClick={() => onOpen(false)}>{say(FRAME.cancel)}</Button>
          </div>
        </form>
      ) : null}
    </li>
  );
}
