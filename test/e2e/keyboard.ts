/** The whole job without a mouse: sample, import with a column matched by hand and a row corrected, figures and their rows, plan, saving, reopening. */
import { expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openWorkbook } from '../../src/app/load-workbook';
import { readReview } from '../../src/app/review-workbook';
import { loadStandard } from '../../src/app/standard';
import { blobSource } from '../../src/host/web/blob-source';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { choose, faults, goToPage, press, reach, SOUND } from '../support/page-driver';

/** One column is called what nobody would guess; the dates can be read both ways; a quantity is no number. */
const ORDERS = ['订单号,行号,给谁,产品,订货数量,承诺交期,交付日期,交付数量,按期交付数量', 'T1,1,甲,泵,10,03-06-2026,03-05-2026,10,10', 'T2,1,乙,泵,很多,04-06-2026,04-05-2026,5,5'].join('\n');
const LONG = { timeout: 90_000 };

const PLAN = '附录E 提升方案';

/** A finding on the plan, answered and accepted; then the step is signed, which the open finding had kept from it. */
async function reviewed(page: Page, beforeSigning: () => void): Promise<void> {
  await goToPage(page, '审核');
  await press(page, page.getByRole('button', { name: '提意见' }));
  await page.keyboard.type('没写到人');
  const form = page.getByRole('form', { name: '提意见' });
  await choose(page, form.getByLabel('表', { exact: true }), PLAN);
  await reach(page, form.getByLabel('单元格'));
  await page.keyboard.type('B3');
  // Nobody is named yet: the focus goes to the name.
  await page.keyboard.press('Enter');
  await page.getByText('先写姓名。').waitFor();
  await page.keyboard.type('李审核');
  await press(page, form.getByRole('button', { name: '写入' }));
  await page.getByText('已记为意见 3。').waitFor(LONG);
  expect(await page.getByRole('button', { name: '签字：7.4 企业' }).getAttribute('aria-disabled')).toBe('true');
  await press(page, page.getByRole('button', { name: '答复：意见 3' }));
  await page.keyboard.type('补上了');
  await press(page, page.getByRole('listitem', { name: '意见 3' }).getByRole('button', { name: '写入' }));
  await page.getByText('意见 3：已答复。').waitFor(LONG);
  await press(page, page.getByRole('button', { name: '采纳：意见 3', exact: true }));
  await page.getByText('意见 3：已采纳。').waitFor(LONG);
  beforeSigning();
  await press(page, page.getByRole('button', { name: '签字：7.4 企业' }));
  await page.getByText('环节 7.4 已签字。').waitFor(LONG);
}

/** `beforeSigning` is called when everything but the first signature is done, which brings a sheet of its own into the workbook. */
export function keyboardTests(folder: string, current: () => Page, beforeSigning: () => void): void {
  test('the whole job by keyboard alone', async () => {
    const page = current();
    await press(page, page.getByRole('button', { name: '打开示例工作簿' }));
    await page.getByText('各环节都已完成。').waitFor(LONG);

    writeFileSync(join(folder, 'orders.csv'), ORDERS);
    await goToPage(page, '数据');
    const chooser = page.waitForEvent('filechooser');
    await press(page, page.getByRole('button', { name: '向数据_销售交付导入' }));
    await (await chooser).setFiles(join(folder, 'orders.csv'));
    await choose(page, page.getByRole('combobox', { name: /^客户/u }), '给谁');
    await press(page, page.getByRole('button', { name: '2026-03-06' }));
    await page.getByText('可导入 1 行，不能导入 1 行。').waitFor();
    expect(await faults(page)).toEqual(SOUND);
    await press(page, page.getByRole('button', { name: '改正 来源第 3 行' }));
    await reach(page, page.getByRole('listitem').filter({ hasText: '来源第 3 行' }).getByLabel('订货数量'));
    await page.keyboard.press('Control+A');
    await page.keyboard.type('5');
    await page.keyboard.press('Enter');
    await press(page, page.getByRole('button', { name: '导入 2 行' }));
    await page.getByText('已向数据_销售交付导入 2 行。').waitFor(LONG);

    await goToPage(page, '指标');
    await press(page, page.getByRole('button', { name: /^6\.6 / }));
    await page.getByRole('region', { name: '数据_销售交付' }).waitFor();
    await page.locator('main img').waitFor();
    await reach(page, page.getByRole('region', { name: '数据_销售交付' }).getByRole('button').first());
    await page.keyboard.press('Enter');
    await page.getByText('只读。').waitFor();
    await page.keyboard.press('Escape');

    // A problem more, so that there is something to assemble.
    await goToPage(page, '表单');
    await choose(page, page.getByRole('combobox', { name: '表单' }), '附录D');
    await press(page, page.getByRole('button', { name: '再加一条' }).first());
    for (const [label, text] of [['存在问题', '新订单评审常有遗漏'], ['诊断意见', '评审用清单'], ['问题编号', 'W9'], ['原因分析', '评审没有清单']] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one key after the other
      await reach(page, page.getByLabel(label).last());
      // oxlint-disable-next-line no-await-in-loop
      await page.keyboard.type(text);
    }
    await press(page, page.getByRole('button', { name: '写入工作簿' }));
    await page.getByText('已写入附录D').waitFor(LONG);

    await goToPage(page, '方案');
    await press(page, page.getByRole('button', { name: '汇编方案' }));
    await page.getByText('已汇编').waitFor(LONG);
    await press(page, page.getByRole('button', { name: '全部采纳' }));
    await page.getByText('再次汇编不会改动').waitFor(LONG);

    await reviewed(page, beforeSigning);

    const download = page.waitForEvent('download');
    await press(page, page.getByRole('button', { name: '保存' }));
    await (await download).saveAs(join(folder, 'saved.xlsx'));
    await press(page, page.getByRole('button', { name: '更多' }));
    await reach(page, page.getByRole('menuitem', { name: '关闭工作簿' }), 'ArrowDown');
    await page.keyboard.press('Enter');

    const again = page.waitForEvent('filechooser');
    await press(page, page.getByRole('button', { name: '打开工作簿' }));
    await (await again).setFiles(join(folder, 'saved.xlsx'));
    await page.getByText('saved.xlsx').waitFor(LONG);
    await goToPage(page, '数据');
    await page.getByText(/832/u).first().waitFor();

    const { workbook, content, issues, ...reading } = await openWorkbook(blobSource(new Blob([readFileSync(join(folder, 'saved.xlsx'))]), 'saved.xlsx'), createXlsxFormat(), loadStandard());
    expect(issues).toEqual([]);
    expect(content.rows['deliveries']?.reduce((sum, { length }) => sum + length, 0)).toBe(832);
    const plan = content.entries['E'] ?? {};
    expect(Object.keys(plan).filter((key) => plan[key] === 'W9')).toHaveLength(1);
    expect(Object.values(content.entries['proposals'] ?? {})).toContain('（人写的）');
    const { findings, signoffs } = readReview({ workbook, ...reading, content }, loadStandard());
    expect(findings.slice(2)).toMatchObject([{ sheet: PLAN, cell: 'B3', finding: '没写到人', level: 'must', state: 'accepted', raisedBy: '李审核', answer: '补上了', answeredBy: '李审核', settledBy: '李审核', closed: true }]);
    expect(signoffs.find(({ stage }) => stage === '7.4')?.enterprise).toMatchObject({ by: '李审核', state: 'holds' });
  }, 300_000);
}
