/**
 * The Excel host over the genuine client in Chromium, Excel's side played by a model: the contract of workbooks, the whole
 * workbook, the pane, what goes over the wire, failures, recordings. One browser for all of it.
 */
import { afterAll, beforeAll, describe } from '@jest/globals';
import { addWorkbook } from '../../src/app/add-workbook';
import type { LiveWorkbook } from '../../src/app/ports';
import { workbookContract } from '../contract/workbook-format.contract';
import { CHROMIUM } from '../support/chromium';
import { startExcelPage, type ExcelPage } from '../support/excel-wire/excel-page';
import { cloneBook, createBook, type Plain } from '../support/excel-wire/model';
import { describeWith } from '../support/tools';
import { changeSuite } from './change.suite';
import { paneSuite } from './pane.suite';
import { recorderSuite } from './recorder.suite';
import { wholeSuite } from './whole.suite';
import { wireSuite } from './wire.suite';

/** What Excel computes of the contract's formulas, where the cells are as the contract made them. */
const RESULTS: Readonly<Record<string, Plain>> = {
  'COUNTA(数据!$A$3:$A$99)': 3, 'IF(A2=3,"","x")': '', 'SUM(LEN(数据!$A$3:$A$5))': 6, 'SUM(1,6)': 7, 'IF(1=1,"","a & b")': '', 'A1+1': 2,
};

interface ExcelBook extends LiveWorkbook {
  readonly id: string;
}

/** Nothing was asked for that Excel does not have. */
function assertProper(breaches: readonly string[]): void {
  if (breaches.length > 0) throw new Error(breaches.join('\n'));
}

describeWith('Chromium', CHROMIUM !== null, 'Excel', () => {
  let page: ExcelPage | undefined;
  const here = (): ExcelPage => {
    if (page === undefined) throw new Error('no page');
    return page;
  };
  beforeAll(async () => { page = await startExcelPage(); });
  afterAll(async () => { await page?.close(); });

  describe('the whole workbook', () => { wholeSuite(here); });
  describe('the pane', () => { paneSuite(here); });
  describe('a change that fails', () => { changeSuite(here); });
  describe('recordings', () => { recorderSuite(here); });
  describe('what goes over the wire', () => { wireSuite(here); });

  const opened = async (id: string): Promise<ExcelBook> => ({ ...(await here().open(id)), id });

  workbookContract<ExcelBook>('Excel', {
    async create(spec) {
      const { id, wire } = here().serve(createBook((formula) => RESULTS[formula]));
      await (await here().open(id)).apply(addWorkbook(spec));
      // The sheet of a new workbook is none of the contract's.
      await (await here().open(id)).apply({ remove: ['Sheet1'] });
      assertProper(wire.session.breaches);
      return opened(id);
    },
    async patched({ id }, patch) {
      const { id: next, wire } = here().serve(cloneBook(here().server.get(id).book));
      await (await here().open(next)).apply(patch);
      assertProper(wire.session.breaches);
      return opened(next);
    },
    calculates: true,
  });
});
