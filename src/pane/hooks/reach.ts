/** Goes to where something is to be put right: the cell itself in Excel; elsewhere the form when the pane can fill it, else the sheet. */
import { createContext, useCallback, useContext } from 'react';
import type { Issue } from '../../core/issue/issue';
import { usePorts } from './ports-context';
import { useWorkspace } from './workspace-context';

/** Pages that this pane has. */
export const PagesContext = createContext<ReadonlySet<string>>(new Set());

export function useReach(): (issue: Pick<Issue, 'sheet' | 'cell'>) => void {
  const { state, go, show } = useWorkspace();
  const pages = useContext(PagesContext);
  const { excel } = usePorts();
  return useCallback(({ sheet, cell }) => {
    const form = state?.forms.some((one) => one.sheet === sheet) === true;
    if (excel === null && form && pages.has('forms')) go('forms', { sheet, cell });
    else if (sheet !== '') show({ sheet, cell });
  }, [state, go, show, pages, excel]);
}
