/** One import: what is asked, how columns are matched, the first rows under our headings, rows that will not go in; then it is done. */
import { Button, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { RawSheetSummary } from '../../../app/desk/desk-state';
import type { Correction, ImportPreview, ImportQuery } from '../../../app/desk/import-data';
import type { NamedFile } from '../../../app/desk/named-file';
import type { DateOrder } from '../../../core/codec/codec';
import { DATA } from '../../../core/text/pane/data-texts';
import { FRAME } from '../../../core/text/pane/frame-texts';
import { issueText } from '../../../core/text/issue-text';
import { Asked } from '../../components/Asked';
import { useDeskQuery } from '../../hooks/desk-query';
import { useLanguage, useSay } from '../../hooks/language';
import { usePorts } from '../../hooks/ports-context';
import { useWorkspace } from '../../hooks/workspace-context';
import { ColumnMapping } from './ColumnMapping';
import { DateQuestion } from './DateQuestion';
import { PreviewTable } from './PreviewTable';
import { RejectedRows } from './RejectedRows';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, marginLeft: `calc(-1 * ${tokens.spacingHorizontalXS})`, minWidth: 0 },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  foot: { position: 'sticky', bottom: 0, display: 'flex', gap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalS} 0`, backgroundColor: tokens.colorNeutralBackground1, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

export interface ImportProps {
  readonly sheet: RawSheetSummary;
  readonly source: NamedFile;
  readonly sourceId: string;
  readonly onClose: () => void;
}

/** What the person said so far. */
interface Answers {
  readonly columns: Readonly<Record<string, string | null>>;
  readonly dateOrder: DateOrder | null;
  readonly replace: boolean;
  readonly corrections: readonly Correction[];
}

/** Said in their own places, or told by the counts. */
const SAID_ELSEWHERE: ReadonlySet<string> = new Set(['import/date-order-ambiguous', 'import/date-order-decided', 'import/source-unused', 'import/blank-rows', 'import/rejected-unlisted', 'import/column-missing']);

export function ImportView({ sheet, source, sourceId, onClose }: ImportProps): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const language = useLanguage();
  const { desk, files } = usePorts();
  const { adopt, run, notify } = useWorkspace();
  const [answers, setAnswers] = useState<Answers>({ columns: {}, dateOrder: null, replace: false, corrections: [] });
  const { columns, dateOrder, replace, corrections } = answers;
  const asked: ImportQuery = { sheet: sheet.key, source, sourceId, fromSheet: null, map: { columns, constants: {}, choices: {}, derive: {} }, dateOrder, replace, corrections, language };
  const query = useDeskQuery(`import ${sourceId} ${JSON.stringify(answers)}`, (on, call) => on.previewImport(asked, call));
  // The answer before stays in view while the next one is on its way.
  const [last, setLast] = useState<ImportPreview | null>(null);
  if (query.data !== null && query.data !== last) setLast(query.data);
  const preview = query.data ?? (query.error === null ? last : null);

  async function importNow(): Promise<void> {
    const done = await run(FRAME.busyWork, (call) => desk.importRows(asked, call));
    if (done === null) return;
    adopt(done.state);
    if (done.rejectedFile !== null) await files.download(done.rejectedFile);
    const more = [
      ...(done.left > 0 ? [say(DATA.doneLeft, { count: done.left })] : []),
      ...(done.rejectedFile === null ? [] : [say(DATA.doneRejected, { count: done.rejected, name: done.rejectedFile.name })]),
    ];
    notify({ intent: done.rejected > 0 ? 'warning' : 'success', title: say(DATA.done, { sheet: sheet.sheet, accepted: done.accepted }), body: more.join(' '), detail: '' });
    onClose();
  }

  return (
    <>
      <div className={styles.head}>
        <Button autoFocus appearance="subtle" icon={<ArrowLeft20Regular />} aria-label={say(FRAME.back)} onClick={onClose} />
        <span className={styles.words}>
          <Text as="h3" weight="semibold">{say(DATA.importInto, { sheet: sheet.sheet })}</Text>
          <Text size={200} className={styles.quiet}>{preview === null ? source.name : say(DATA.source, { name: source.name, encoding: [preview.encoding, preview.sourceSheet].filter((part) => part !== '').join(' ') })}</Text>
        </span>
      </div>
      <Asked query={{ ...query, data: preview }}>
        {(shown) => (
          <>
            {shown.issues.filter(({ code, severity }) => severity !== 'info' && !SAID_ELSEWHERE.has(code)).map((issue) => (
              <MessageBar key={`${issue.code} ${JSON.stringify(issue.params)}`} intent={issue.severity === 'error' ? 'error' : 'warning'} layout="multiline">
                <MessageBarBody><MessageBarTitle>{issueText(issue, language).message}</MessageBarTitle></MessageBarBody>
              </MessageBar>
            ))}
            <DateQuestion preview={shown} onAnswer={(order) => setAnswers({ ...answers, dateOrder: order })} />
            <ColumnMapping preview={shown} chosen={columns} onChange={(key, header) => setAnswers({ ...answers, columns: { ...columns, [key]: header } })} />
            {shown.refused ? null : (
              <>
                <Text>{say(DATA.counts, { accepted: shown.accepted, rejected: shown.rejected })}{shown.blank > 0 ? ` ${say(DATA.blank, { count: shown.blank })}` : ''}</Text>
                {shown.before === 0 ? null : (
                  <RadioGroup layout="horizontal" aria-label={say(DATA.before, { count: shown.before })} value={replace ? 'replace' : 'append'} onChange={(_, { value }) => setAnswers({ ...answers, replace: value === 'replace' })}>
                    <Text>{say(DATA.before, { count: shown.before })}：</Text>
                    <Radio value="append" label={say(DATA.append)} />
                    <Radio value="replace" label={say(DATA.replace)} />
                  </RadioGroup>
                )}
              </>
            )}
            <PreviewTable preview={shown} />
            <RejectedRows preview={shown} onCorrect={(more) => setAnswers({ ...answers, corrections: [...corrections.filter((old) => !more.some(({ row, column }) => row === old.row && column === old.column)), ...more] })} />
            <div className={styles.foot}>
              <Button appearance="primary" disabled={shown.refused || shown.accepted === 0} onClick={() => void importNow()}>{shown.accepted === 0 ? say(DATA.nothing) : say(DATA.go, { count: shown.accepted })}</Button>
              <Button onClick={onClose}>{say(FRAME.cancel)}</Button>
            </div>
          </>
        )}
      </Asked>
    </>
  );
}
