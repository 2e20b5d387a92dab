/** The pane as Excel shows it, driven through the whole job, at the sizes and looks that Excel has. */
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { address } from '../../src/core/model/address';
import { loadStandard } from '../../src/app/standard';
import type { ExcelPage } from '../support/excel-wire/excel-page';
import { createBook, enter, type Book } from '../support/excel-wire/model';
import type { WireBook } from '../support/excel-wire/wire-server';

const standard = loadStandard();
/** Pictures for people to look at; made where this names a folder. */
const SHOTS = process.env['SHOTS'] ?? '';

/** Throws after half a minute. */
async function until(holds: () => Promise<boolean>, tries = 150): Promise<void> {
  if (await holds()) return;
  if (tries === 0) throw new Error('it never came to hold');
  await new Promise((done) => setTimeout(done, 200));
  await until(holds, tries - 1);
}

export function paneSuite(excel: () => ExcelPage): void {
  let pane: Page;
  let wire: WireBook;
  let id = '';
  const shot = async (name: string, of: Page = pane): Promise<void> => {
    if (SHOTS !== '') await of.screenshot({ path: `${SHOTS}/excel-${name}.png` });
  };
  const sheetOf = (book: Book, name: string): Book['sheets'][number] => {
    const sheet = book.sheets.find((one) => one.name === name);
    if (sheet === undefined) throw new Error(name);
    return sheet;
  };
  /** Somebody types in Excel, which says so. */
  async function type(name: string, row: number, column: number, value: string | number): Promise<void> {
    const sheet = sheetOf(wire.book, name);
    enter(wire.book, sheet, row, column, value);
    await pane.evaluate(([worksheetId, ref]) => {
      const tell: unknown = Reflect.get(window, 'excelTells');
      if (typeof tell === 'function') tell(10, { changeType: 'RangeEdited', worksheetId, address: ref, source: 'Local' });
    }, [sheet.id, address(row, column)] as const);
  }
  /** Which of the two heads 首页 holds. */
  const heads = (): readonly unknown[] => [...sheetOf(wire.book, '首页').cells.values()].flatMap((cells) => [...cells.values()].map(({ value }) => value)).filter((value) => value === '王建国' || value === '赵六');
  const wide = (of: Page): Promise<unknown> => of.evaluate('document.documentElement.scrollWidth - innerWidth');

  test('is painted before office.js answers, says so when it does not, and where it is not in Excel', async () => {
    const { id: book } = excel().serve(createBook(() => ''));
    const silent = await excel().showPane(book, { width: 320, height: 480 }, '&silent=1');
    await silent.getByText('正在连接 Excel…').waitFor();
    await silent.getByText('Excel 还没有应答').waitFor({ timeout: 20_000 });
    await silent.getByRole('button', { name: '重新连接' }).waitFor();
    expect(await wide(silent)).toBe(0);
    await shot('late', silent);
    await silent.context().close();
    const elsewhere = await excel().showPane(book, { width: 320, height: 480 }, '&host=Word');
    await elsewhere.getByText('这一页要在 Excel 里打开').waitFor();
    await elsewhere.context().close();
  }, 60_000);

  test('generates the sheets in the open workbook', async () => {
    ({ id, wire } = excel().serve(createBook(() => '')));
    pane = await excel().showPane(id, { width: 320, height: 480 });
    await pane.getByRole('button', { name: '生成质升的表' }).click();
    await pane.getByRole('textbox').fill('试验泵业有限公司');
    await shot('start');
    await pane.getByRole('button', { name: '生成', exact: true }).click();
    await pane.getByRole('tab', { name: '进度' }).waitFor({ timeout: 90_000 });
    expect(wire.book.sheets.map(({ name }) => name)).toContain('附录E 提升方案');
    expect(wire.book.sheets.map(({ name }) => name)).not.toContain('Sheet1');
    expect([...wire.book.listening]).toEqual(expect.arrayContaining(['DataChanged', 'Added', 'Deleted']));
    await shot('progress');
  }, 120_000);

  test('fills in a form; what is typed in Excel meanwhile is taken in, without taking the focus', async () => {
    await pane.getByRole('tab', { name: '表单' }).click();
    const head = pane.getByLabel('企业负责人');
    await head.fill('王建国');
    const before = await pane.locator('header').innerText();
    const place = standard.fields['home']?.find(({ required, kind, key, label }) => required === true && kind === 'text' && key !== 'enterprise.name' && label !== '企业负责人');
    await type('首页', place?.row ?? 0, place?.column ?? 0, '李四');
    await until(async () => (await pane.locator('header').innerText()) !== before);
    expect(await head.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await head.inputValue()).toBe('王建国');
    await pane.getByRole('button', { name: '写入工作簿' }).click();
    await pane.getByText('已写入首页。').waitFor({ timeout: 60_000 });
    await shot('form');
  }, 120_000);

  test('a wrong entry shows up while typing, and a click goes to its cell', async () => {
    await pane.getByRole('tab', { name: '检查' }).click();
    const def = standard.rawSheets.find(({ sheet }) => sheet === '数据_成品检验');
    const column = (def?.columns.findIndex(({ kind }) => kind === 'count') ?? 0) + 1;
    await type('数据_成品检验', 4, column, '许多');
    await pane.getByRole('searchbox').fill('许多');
    await pane.getByText('许多').first().waitFor({ timeout: 30_000 });
    await shot('check');
    await pane.getByRole('button', { name: '转到' }).first().click();
    await until(async () => sheetOf(wire.book, '数据_成品检验').settings.get('selected') === address(4, column));
    const protectedBefore = wire.book.sheets.filter(({ protection }) => protection.on).length;
    await pane.getByRole('button', { name: '在表里标出' }).click();
    await pane.getByText(/已标出 \d+ 格/).waitFor({ timeout: 30_000 });
    expect(wire.book.sheets.flatMap(({ conditionals }) => conditionals).filter(({ formula }) => formula.includes('检查发现的问题')).length).toBeGreaterThan(0);
    await pane.getByRole('button', { name: '去掉标记' }).click();
    await pane.getByText('标记已全部去掉。').waitFor({ timeout: 30_000 });
    expect(wire.book.sheets.flatMap(({ conditionals }) => conditionals).filter(({ formula }) => formula.includes('检查发现的问题'))).toEqual([]);
    expect(wire.book.sheets.filter(({ protection }) => protection.on).length).toBe(protectedBefore);
  }, 120_000);

  test('imports rows', async () => {
    await pane.getByRole('tab', { name: '数据' }).click();
    const chooser = pane.waitForEvent('filechooser');
    await pane.getByLabel('向数据_生产工单导入').click();
    await (await chooser).setFiles({ name: '工单.csv', mimeType: 'text/csv', buffer: Buffer.from(['工单号,产品,计划数量,计划完成日期,实际完成日期,完成数量', 'W1,泵,10,2024-03-06,2024-03-05,10', 'W2,泵,5,2024-04-06,2024-04-09,5'].join('\n')) });
    await pane.getByText('可导入 2 行').waitFor({ timeout: 30_000 });
    await shot('import');
    await pane.getByRole('button', { name: '导入 2 行' }).click();
    await pane.getByText('已向数据_生产工单导入 2 行。').waitFor({ timeout: 90_000 });
    expect(sheetOf(wire.book, '数据_生产工单').cells.get(4)?.get(1)?.value).toBe('W1');
  }, 120_000);

  test('says what happened when Excel fails, and the workbook is as it was', async () => {
    await pane.getByRole('tab', { name: '表单' }).click();
    wire.book.cellEditing = true;
    await pane.getByLabel('企业负责人').fill('赵六');
    await pane.getByRole('button', { name: '写入工作簿' }).click();
    await pane.getByText('Excel 里还有一格正在编辑').waitFor({ timeout: 30_000 });
    await shot('editing');
    expect(heads()).toEqual(['王建国']);
    wire.book.cellEditing = false;
    await pane.getByRole('button', { name: '写入工作簿' }).click();
    await pane.getByText('已写入首页。').last().waitFor({ timeout: 60_000 });
    await until(async () => heads().includes('赵六'));
    expect(heads()).toEqual(['赵六']);
  }, 120_000);

  test('fits the sizes that Excel gives it, dark and in English too', async () => {
    expect(wire.session.breaches).toEqual([]);
    await pane.context().close();
    for (const [name, width, height, query] of [['350', 350, 378, ''], ['270', 270, 480, ''], ['dark', 320, 480, '&dark=1'], ['en', 320, 480, '&lang=en-US']] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one window at a time
      const shown = await excel().showPane(id, { width, height }, `${query}&view=check`);
      // oxlint-disable-next-line no-await-in-loop
      await shown.getByRole('tab', { name: name === 'en' ? 'Check' : '检查', selected: true }).waitFor({ timeout: 90_000 });
      for (const tab of name === 'en' ? ['Metrics', 'Check'] : ['指标', '数据', '检查']) {
        // oxlint-disable-next-line no-await-in-loop
        await shown.getByRole('tab', { name: tab }).click();
        // oxlint-disable-next-line no-await-in-loop
        await shown.locator('main section').first().waitFor();
        // oxlint-disable-next-line no-await-in-loop
        await shown.locator('main [role=status]').waitFor({ state: 'detached' });
        // oxlint-disable-next-line no-await-in-loop
        await shot(`${name}-${tab}`, shown);
        // oxlint-disable-next-line no-await-in-loop
        expect([name, tab, await wide(shown)]).toEqual([name, tab, 0]);
      }
      // oxlint-disable-next-line no-await-in-loop
      expect(await shown.evaluate('document.documentElement.style.colorScheme')).toBe(name === 'dark' ? 'dark' : 'light');
      // oxlint-disable-next-line no-await-in-loop
      await shown.context().close();
    }
  }, 180_000);
}
