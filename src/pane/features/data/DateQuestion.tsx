/** Which day a date is, asked once where the column itself does not tell, with both readings; and how dates are read where it does. */
import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, Text, tokens } from '@fluentui/react-components';
import type { ImportPreview } from '../../../app/desk/import-data';
import type { DateOrder } from '../../../core/codec/codec';
import { DATA } from '../../../core/text/pane/data-texts';
import { useSay } from '../../hooks/language';

const useStyles = makeStyles({ line: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS } });

const OTHER: Readonly<Record<DateOrder, DateOrder | null>> = { dmy: 'mdy', mdy: 'dmy', ymd: null };

export function DateQuestion({ preview: { issues, dateOrders }, onAnswer }: { readonly preview: ImportPreview; readonly onAnswer: (order: DateOrder) => void }): React.JSX.Element | null {
  const styles = useStyles();
  const say = useSay();
  const open = issues.find(({ code }) => code === 'import/date-order-ambiguous');
  if (open !== undefined) {
    const { value = '', dmy = '', mdy = '' } = open.params;
    return (
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody><MessageBarTitle>{say(DATA.dateQuestion, { value })}</MessageBarTitle>{say(DATA.dateWhere, open.params)}</MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={() => onAnswer('dmy')}>{dmy}</Button>
          <Button size="small" onClick={() => onAnswer('mdy')}>{mdy}</Button>
        </MessageBarActions>
      </MessageBar>
    );
  }
  const told = dateOrders.filter(({ given, proof, order }) => given || (proof !== null && order !== 'ymd'));
  const [first] = told;
  if (first === undefined) return null;
  const other = OTHER[first.order];
  return (
    <div className={styles.line}>
      <Text size={200}>{first.proof === null ? say(DATA.dateGiven, { column: first.column, order: first.order }) : say(DATA.dateDecided, { column: first.column, order: first.order, ...first.proof })}</Text>
      {first.given && other !== null ? <Button size="small" appearance="transparent" onClick={() => onAnswer(other)}>{say(DATA.dateOther)}</Button> : null}
    </div>
  );
}
