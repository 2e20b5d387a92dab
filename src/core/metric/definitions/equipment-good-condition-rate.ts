/** A.1 3.2 设备完好率, by number of machines: the last inspection of each machine in each month. */
import { and, cell, isAny, isDate, isKey, not } from '../algebra';
import { count, ratio } from '../declare';

const lastOfMonth = { text: 'id', keep: 'latestOfMonth' } as const;

export const equipmentGoodConditionRate = ratio({
  key: 'equipment-good-condition-rate', item: '3.2', name: '设备完好率', nameEn: 'Equipment in good condition', version: 1,
  monthly: false,
  definition: '主要生产设备完好台数 ÷ 总台数；每台每月取最后一次检查，各月台数相加；封存、报废、未安装、出租不计，在修、备用计入',
  populations: [{
    sheet: 'equipment', window: 'period',
    scope: and(not(isAny('main', '否')), not(isAny('status', '封存', '报废', '未安装', '出租'))),
    valid: and(isKey('id'), isAny('main', '是'), isDate('inspectDate'), isAny('condition', '完好', '基本完好', '不完好')),
    due: cell('inspectDate'),
  }],
  parts: {
    numerator: count(isAny('condition', '完好'), { once: lastOfMonth }),
    denominator: count(undefined, { once: lastOfMonth }),
  },
});
