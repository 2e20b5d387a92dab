/**
 * What Excel says of changes. Events are hints: they may be missed, say too little, or be of our own making. Where Excel
 * tells our own from others' (ExcelApi 1.14) ours are left out; elsewhere reading again finds nothing new.
 */
import type { ChangeHint } from '../../app/ports';
import type { ChangedEvent, Context, Excel, HandlerApi } from './api';
import { inExcel } from './in-excel';

const OWN = 'ThisLocalAddin';
const EDITED = 'RangeEdited';

/** Names of sheets by id; asked for anew when an id is not known. */
class SheetIds {
  readonly #excel: Excel;
  #names: ReadonlyMap<string, string> = new Map();

  constructor(excel: Excel) {
    this.#excel = excel;
  }

  async nameOf(id: string): Promise<string | undefined> {
    if (!this.#names.has(id)) await this.load();
    return this.#names.get(id);
  }

  async load(): Promise<void> {
    this.#names = await inExcel(this.#excel, async (context: Context) => {
      context.workbook.worksheets.load('items/id,items/name');
      await context.sync();
      return new Map(context.workbook.worksheets.items.map(({ id, name }) => [id, name]));
    });
  }
}

/** Tells every change until it is stopped. Throws HostError where Excel takes no listeners. */
export async function watchChanges(excel: Excel, listener: (hint: ChangeHint) => void): Promise<() => Promise<void>> {
  const ids = new SheetIds(excel);
  await ids.load();
  const edited = async ({ worksheetId, address, changeType, triggerSource }: ChangedEvent): Promise<void> => {
    if (triggerSource === OWN) return;
    const sheet = await ids.nameOf(worksheetId).catch(() => undefined);
    if (sheet === undefined) return;
    listener({ sheet, ref: changeType === EDITED && address !== undefined && address !== '' ? address.replace(/^.*!/, '').replaceAll('$', '') : null });
  };
  const sheets = async (): Promise<void> => {
    await ids.load().catch(() => undefined);
    listener({ sheet: '', ref: null });
  };
  const handlers = await inExcel(excel, async (context) => {
    const { worksheets } = context.workbook;
    const added: HandlerApi[] = [worksheets.onChanged.add(edited), worksheets.onAdded.add(sheets), worksheets.onDeleted.add(sheets)];
    if (excel.supports('1.17') && worksheets.onNameChanged !== undefined) added.push(worksheets.onNameChanged.add(sheets));
    await context.sync();
    return added;
  });
  return async () => {
    for (const handler of handlers) handler.remove();
    await handlers[0]?.context.sync();
  };
}
