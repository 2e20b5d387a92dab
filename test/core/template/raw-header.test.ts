import { normaliseHeader, unitOfHeader } from '../../../src/core/template/raw-header';

describe('headers', () => {
  it.each([
    ['订货数量（件）*', '订货数量'], [' Order_ID ', 'orderid'], ['ＯＲＤＥＲ　ＩＤ', 'orderid'], ['承诺\n交期', '承诺交期'], ['退货率%', '退货率%'], ['(合计)', '合计'], ['S/N', 'sn'], ['***', ''],
  ])('%j is %j', (header, bare) => expect(normaliseHeader(header)).toBe(bare));

  it.each([
    ['营业收入（元）', '元'], ['收入(不含税)(万元)', '万元'], ['营业收入[单位：千元]', '千元'], ['营业收入', null], ['营业收入()', null],
  ])('the unit of %j is %j', (header, unit) => expect(unitOfHeader(header)).toBe(unit));
});
