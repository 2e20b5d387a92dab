/** A.1 8.4 to 8.6: stocks of patents, standards and awards at the end of the period or the as-of date. */
import { and, cell, isAny, isDate, isFilled, type Bool } from '../algebra';
import { tally } from '../declare';
import type { MetricDef, Population } from '../metric-def';
import { notNone } from './common';

const achievements = (...categories: readonly string[]): Population => ({
  sheet: 'innovations', window: 'upTo',
  scope: isAny('category', ...categories),
  valid: and(isDate('date'), isFilled('name')),
  due: cell('date'),
});

const stock = (def: Pick<MetricDef, 'key' | 'item' | 'name' | 'nameEn' | 'definition' | 'unitText'>, rows: Population, counted: Bool): MetricDef =>
  tally({ version: 1, ...def, populations: [rows], counted: and(notNone('name'), counted) });

export const patentCount = stock(
  {
    key: 'patent-count', item: '8.4', name: '实用新型专利和发明专利数量', nameEn: 'Utility model and invention patents', unitText: '件',
    definition: '截至期末（或数据截止日）状态为授权或有效的实用新型、发明专利件数；申请中不计；名称为“无”的行表示没有',
  },
  achievements('实用新型专利', '发明专利'), isAny('status', '授权', '有效'),
);

export const standardsActivityCount = stock(
  {
    key: 'standards-activity-count', item: '8.5', name: '参与标准制修订等标准化活动', nameEn: 'Standards taken part in', unitText: '项',
    definition: '截至期末（或数据截止日）参与的国家、行业、地方、团体标准等项数；名称为“无”的行表示没有',
  },
  achievements('标准'), { op: 'always' },
);

export const awardCount = stock(
  {
    key: 'award-count', item: '8.6', name: '获得市级及以上质量奖、科技奖励', nameEn: 'Quality and science awards of city level and above', unitText: '项',
    definition: '截至期末（或数据截止日）市级及以上质量奖、科技奖励项数；名称为“无”的行表示没有',
  },
  achievements('质量奖', '科技奖励'), isAny('level', '国际', '国家级', '省级', '市级'),
);
