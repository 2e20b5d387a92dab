/** A sheet taken out with all that only it uses. What else points to it stays as it is, and shows #REF! from then on. */
import { partsOnlyFrom, removeLinks, removeParts } from './links';
import { removeTab } from './tabs';
import type { WorkbookEdit } from './workbook-edit';

export async function removeSheet(edit: WorkbookEdit, name: string): Promise<void> {
  const { tab, index } = edit.find(name);
  const ids = new Set([tab.id]);
  const gone = await partsOnlyFrom(edit.parts, edit.path, ids);
  await edit.update((xml, part) => removeTab(xml, part, index));
  await removeLinks(edit.parts, edit.path, ids);
  await removeParts(edit.parts, gone);
}
