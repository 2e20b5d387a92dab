/** Which source column fills which of ours, and why; each can be changed. Open from the start where a required one is missing. */
import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ImportPreview, ImportTarget } from '../../../app/desk/import-data';
import { shown } from '../../../core/codec/codec';
import { DATA } from '../../../core/text/pane/data-texts';
import { useSay, type Say } from '../../hooks/language';

const useStyles = makeStyles({
  accordion: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})`, marginRight: `calc(-1 * ${tokens.spacingHorizontalM})` },
  fields: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(220px, 100%), 1fr))', gap: tokens.spacingHorizontalM, paddingBottom: tokens.spacingVerticalS },
});

const ITEM = 'columns';

export function ColumnMapping({ preview: { targets, header }, chosen, onChange }: { readonly preview: ImportPreview; /** What the person chose so far: shown at once, before the preview follows. */ readonly chosen: Readonly<Record<string, string | null>>; readonly onChange: (key: string, header: string | null) => void }): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const missing = targets.some(({ required, filling }) => required && filling === null);
  // Open while the person works in it: it does not close by itself when nothing is missing any more.
  const [open, setOpen] = useState<readonly string[]>(missing ? [ITEM] : []);
  const done = targets.filter(({ filling }) => filling !== null).length;
  return (
    <Accordion className={styles.accordion} collapsible openItems={[...open]} onToggle={(_, { openItems }) => setOpen(openItems.map(String))}>
      <AccordionItem value={ITEM}>
        <AccordionHeader expandIconPosition="end">{say(DATA.columnsDone, { done, open: targets.length - done })}</AccordionHeader>
        <AccordionPanel>
          <div className={styles.fields}>
            {targets.map((target) => (
              <Field key={target.key} label={target.header} validationState={target.required && target.filling === null ? 'error' : 'none'} validationMessage={reasonOf(target, say)}>
                <Select size="small" value={chosen[target.key] === undefined ? sourceOf(target) : chosen[target.key] ?? ''} onChange={(_, { value }) => onChange(target.key, value === '' ? null : value)}>
                  <option value="">{say(DATA.leaveBlank)}</option>
                  {[...new Set(header)].filter((name) => name !== '').map((name) => <option key={name} value={name}>{name}</option>)}
                </Select>
              </Field>
            ))}
          </div>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}

function sourceOf({ filling }: ImportTarget): string {
  return filling !== null && 'source' in filling ? filling.source : '';
}

function reasonOf({ filling, required }: ImportTarget, say: Say): string | null {
  if (filling === null) return required ? say(DATA.missing) : null;
  switch (filling.reason) {
    case 'header': return say(DATA.byHeader);
    case 'synonym': return say(DATA.bySynonym);
    case 'map': return say(DATA.byMap);
    case 'constant': return say(DATA.byConstant, { value: shown(filling.value) });
    case 'derived': return say(DATA.byDerived);
  }
}
