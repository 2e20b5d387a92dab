/** A finding in the writing: on a cell, or on a sheet as a whole. */
import { Button, Field, Input, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import { plainCell } from '../../../core/review/anchor';
import type { FindingLevel } from '../../../core/review/finding';
import { FRAME } from '../../../core/text/pane/frame-texts';
import { REVIEW } from '../../../core/text/pane/review-page-texts';
import { reviewText } from '../../../core/text/review-texts';
import { useLanguage, useSay } from '../../hooks/language';
import { usePorts } from '../../hooks/ports-context';
import { useWorkspace, type SheetPlace } from '../../hooks/workspace-context';
import type { Act } from './use-review-acts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '560px' },
  pair: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: tokens.spacingHorizontalS, alignItems: 'start' },
  input: { minWidth: 0, width: '100%' },
  take: { alignSelf: 'flex-start' },
  foot: { display: 'flex', gap: tokens.spacingHorizontalS },
});

const LEVELS: readonly FindingLevel[] = ['must', 'should', 'note'];

interface NewFindingProps {
  /** What the person was looking at. */
  readonly at: SheetPlace | null;
  readonly act: Act;
  readonly onClose: () => void;
}

export function NewFinding({ at, act, onClose }: NewFindingProps): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const language = useLanguage();
  const { state, fail } = useWorkspace();
  const { excel } = usePorts();
  const sheets = [...(state?.forms ?? []), ...(state?.rawSheets ?? [])].map(({ sheet }) => sheet);
  const [typed, setTyped] = useState<{ readonly sheet: string; readonly cell: string; readonly finding: string; readonly clause: string; readonly level: FindingLevel }>({
    sheet: at?.sheet ?? sheets[0] ?? '', cell: at?.cell ?? '', finding: '', clause: '', level: 'must',
  });
  const put = useCallback((place: SheetPlace | null) => (place === null ? undefined : setTyped((now) => ({ ...now, ...place }))), []);
  // Coming with another cell meanwhile points it there.
  const [pointed, setPointed] = useState(at);
  if (at !== pointed) {
    setPointed(at);
    put(at);
  }
  // In Excel it is most likely about the cell that is selected.
  useEffect(() => {
    if (at === null) excel?.selected().then(put, () => undefined);
  }, [at, excel, put]);
  const [tried, setTried] = useState(false);
  const { sheet, cell, finding, clause, level } = typed;
  const lacks = { finding: finding.trim() === '', cell: cell.trim() !== '' && plainCell(cell) === '' };
  const write = (): void => {
    setTried(true);
    if (!lacks.finding && !lacks.cell) void act({ act: 'add', ...typed }).then((done) => (done ? onClose() : undefined));
  };
  const wrong = (is: boolean, message: string): object => (tried && is ? { validationState: 'error', validationMessage: message } : {});
  return (
    <form className={styles.form} aria-label={say(REVIEW.add)} onSubmit={(event) => { event.preventDefault(); write(); }} onKeyDown={({ key }) => (key === 'Escape' ? onClose() : undefined)}>
      <Field label={say(REVIEW.text)} {...wrong(lacks.finding, say(REVIEW.needed))}>
        <Textarea autoFocus resize="vertical" rows={3} value={finding} onChange={(_, { value }) => setTyped({ ...typed, finding: value })} />
      </Field>
      <Field label={say(REVIEW.sheet)}>
        <Select value={sheet} onChange={(_, { value }) => setTyped({ ...typed, sheet: value, cell: '' })}>{(sheets.includes(sheet) ? sheets : [sheet, ...sheets]).map((name) => <option key={name} value={name}>{name}</option>)}</Select>
      </Field>
      {excel === null ? null : <Button className={styles.take} size="small" onClick={() => void excel.selected().then(put, fail)}>{say(REVIEW.selected)}</Button>}
      <div className={styles.pair}>
        <Field label={say(REVIEW.cell)} hint={say(REVIEW.cellHint)} {...wrong(lacks.cell, say(REVIEW.noCell))}>
          <Input input={{ className: styles.input }} className={styles.input} value={cell} onChange={(_, { value }) => setTyped({ ...typed, cell: value })} />
        </Field>
        <Field label={say(REVIEW.clauseOf)} hint={say(REVIEW.clauseHint)}>
          <Input input={{ className: styles.input }} className={styles.input} value={clause} onChange={(_, { value }) => setTyped({ ...typed, clause: value })} />
        </Field>
      </div>
      <Field label={say(REVIEW.level)}>
        <Select value={level} onChange={(_, { value }) => setTyped({ ...typed, level: LEVELS.find((one) => one === value) ?? 'must' })}>
          {LEVELS.map((one) => <option key={one} value={one}>{reviewText(language, `level/${one}`)}</option>)}
        </Select>
      </Field>
      <div className={styles.foot}>
        <Button appearance="primary" type="submit">{say(REVIEW.write)}</Button>
        <Button onClick={onClose}>{say(FRAME.cancel)}</Button>
      </div>
    </form>
  );
}
