/** The top of the pane: the workbook's name and one line of state, saving, undoing, the menu. */
import { Button, makeStyles, Menu, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger, Text, tokens, Tooltip } from '@fluentui/react-components';
import { ArrowDownload20Regular, ArrowRedo20Regular, ArrowSync20Regular, ArrowUndo20Regular, Dismiss20Regular, FolderOpen20Regular, MoreHorizontal20Regular, Save20Regular, SaveEdit20Regular, Settings20Regular } from '@fluentui/react-icons';
import type { ChangeWords, DeskState } from '../../app/desk/desk-state';
import { EXCEL } from '../../core/text/pane/excel-texts';
import { FRAME } from '../../core/text/pane/frame-texts';
import { useDeskQuery } from '../hooks/desk-query';
import { useSay, type Say } from '../hooks/language';
import { hasTyped } from '../hooks/use-workspace-state';
import { useWorkspace } from '../hooks/workspace-context';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXXS, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`, minWidth: 0 },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, flexGrow: 1 },
  cut: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

export interface HeaderActions {
  readonly onSave: () => void;
  readonly onSaveAs: (() => void) | null;
  readonly onDownload: (() => void) | null;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  /** In Excel, which opens, saves and closes by itself; null elsewhere. */
  readonly onReread: (() => void) | null;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly onSettings: () => void;
}

export function changeText({ code, params }: ChangeWords, say: Say): string {
  return say({ edit: FRAME.changeEdit, import: FRAME.changeImport, restore: FRAME.changeRestore, plan: FRAME.changePlan, accept: FRAME.changeAccept, dismiss: FRAME.changeDismiss, review: FRAME.changeReview, sign: FRAME.changeSign, merge: FRAME.changeMerge, seal: FRAME.changeSeal }[code], params);
}

export function Header({ state, actions }: { readonly state: DeskState; readonly actions: HeaderActions }): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const { data } = useDeskQuery('check', (desk, call) => desk.check(null, call));
  const { typed } = useWorkspace();
  const { name, dirty, undo, redo } = state;
  const line = [
    ...(data === null ? [] : [data.counts.error === 0 ? say(FRAME.noErrors) : say(FRAME.errors, { count: data.counts.error })]),
    ...(data === null || data.counts.warning === 0 ? [] : [say(FRAME.warnings, { count: data.counts.warning })]),
    ...(dirty ? [say(FRAME.unsaved)] : []),
    ...(hasTyped(typed) ? [say(FRAME.unwritten)] : []),
  ].join(' · ');
  return (
    <header className={styles.root}>
      <div className={styles.words}>
        <Text as="h1" weight="semibold" className={styles.cut} title={name} block>{name}</Text>
        <Text size={200} className={`${styles.cut} ${styles.quiet}`} aria-live="polite" block>{line === '' ? say(FRAME.standard) : line}</Text>
      </div>
      {undo === null ? null : (
        <Tooltip relationship="label" content={say(FRAME.undoWhat, { what: changeText(undo, say) })}>
          <Button appearance="subtle" icon={<ArrowUndo20Regular />} onClick={actions.onUndo} />
        </Tooltip>
      )}
      {actions.onReread !== null ? null : <Tooltip relationship="label" content={say(FRAME.save)}>
        <Button appearance="subtle" icon={<Save20Regular />} disabledFocusable={!dirty} onClick={() => (dirty ? actions.onSave() : undefined)} />
      </Tooltip>}
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Tooltip relationship="label" content={say(FRAME.more)}><Button appearance="subtle" icon={<MoreHorizontal20Regular />} /></Tooltip>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {redo === null ? null : <MenuItem icon={<ArrowRedo20Regular />} onClick={actions.onRedo}>{say(FRAME.redoWhat, { what: changeText(redo, say) })}</MenuItem>}
            {actions.onReread === null ? null : <MenuItem icon={<ArrowSync20Regular />} onClick={actions.onReread}>{say(EXCEL.reread)}</MenuItem>}
            {actions.onSaveAs === null ? null : <MenuItem icon={<SaveEdit20Regular />} onClick={actions.onSaveAs}>{say(FRAME.saveAs)}</MenuItem>}
            {actions.onReread !== null || actions.onDownload === null ? null : <MenuItem icon={<ArrowDownload20Regular />} onClick={actions.onDownload}>{say(FRAME.download)}</MenuItem>}
            {actions.onReread !== null ? null : <MenuDivider />}
            {actions.onReread !== null ? null : <MenuItem icon={<FolderOpen20Regular />} onClick={actions.onOpen}>{say(FRAME.open)}</MenuItem>}
            {actions.onReread !== null ? null : <MenuItem icon={<Dismiss20Regular />} onClick={actions.onClose}>{say(FRAME.closeBook)}</MenuItem>}
            <MenuDivider />
            <MenuItem icon={<Settings20Regular />} onClick={actions.onSettings}>{say(FRAME.settings)}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </header>
  );
}
