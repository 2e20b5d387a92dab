/**
 * Makes the invented tables of the demo enterprise (示例泵业有限公司) in sample/example. Seeded: the same files come out
 * every time. Everything in them is invented; the sales and work orders of the demo are real rows from elsewhere.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OUT = join(dirname(fileURLToPath(import.meta.url)), '..', 'sample', 'example');
const DAY = 86_400_000;
const AS_OF = day('2026-05-06');
const BASELINE = [day('2024-07-01'), day('2025-06-30')];
const CURRENT = [day('2025-07-01'), day('2026-06-30')];
const PRODUCTS = ['示例潜水泵QJ-65', '示例管道泵ISG-80', '示例变频供水机组'];
const GOODS = [['示例铸造厂', '泵壳毛坯'], ['示例铸造厂', '叶轮毛坯'], ['示例电材有限公司', '铜线'], ['示例电材有限公司', '硅钢片'], ['示例密封件有限公司', '机械密封'], ['示例轴承经营部', '深沟球轴承'], ['示例包装厂', '木箱']];
const SUPPLIERS = [...new Set(GOODS.map(([supplier]) => supplier))];
const CUSTOMERS = ['示例农机公司', '示例水务公司', '示例机电市场', '示例建设集团', '示例园林公司', '示例矿业公司'];

let state = 4918;
/** Mulberry32: a small generator that is good enough for invented tables and the same everywhere. */
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const whole = (low, high) => low + Math.floor(random() * (high - low + 1));
const pick = (list) => list[Math.floor(random() * list.length)];
const chance = (probability) => random() < probability;
const around = (mean, spread) => mean + spread * (random() + random() + random() - 1.5);
const money = (value) => value.toFixed(2);

function day(text) {
  return Date.parse(`${text}T00:00:00Z`) / DAY;
}
const date = (n) => new Date(n * DAY).toISOString().slice(0, 10);
const dateTime = (n) => new Date(Math.round(n * 1440) * 60_000).toISOString().slice(0, 16).replace('T', ' ');
/** What happened after the as-of date is not known yet. */
const known = (n) => (n === null || n > AS_OF ? '' : date(n));
const months = () => Array.from({ length: 22 }, (_, i) => new Date(Date.UTC(2024, 6 + i, 1)).toISOString().slice(0, 7));
const isCurrent = (n) => n >= CURRENT[0];
const number = (prefix, n, digits = 4) => `${prefix}${String(n).padStart(digits, '0')}`;
/** A day of either period, not after the as-of date. */
const anyDay = () => whole(BASELINE[0], AS_OF);

function quote(value) {
  return /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
}

function write(name, header, rows) {
  const lines = [header, ...rows].map((row) => row.map(quote).join(','));
  writeFileSync(join(OUT, `${name}.csv`), `\uFEFF${lines.join('\r\n')}\r\n`);
}

function finance() {
  const rows = months().map((month, i) => {
    const revenue = around(335, 30) * (1 + 0.006 * i) * (month.endsWith('-02') ? 0.7 : 1);
    return [month, money(revenue), money(revenue * around(i < 12 ? 0.78 : 0.755, 0.01)), money(revenue * around(i < 12 ? 0.033 : 0.036, 0.003)), money(around(2, 0.5))];
  });
  write('finance', ['月份', '营业收入(万元)', '营业成本(万元)', '研发费用(万元)', '研发资本化支出(万元)'], rows);
  write(
    'productRevenue',
    ['月份', '产品', '收入', '主导产品', '新产品', '上市日期', '细分市场', '细分市场总额', '数据来源'],
    rows.flatMap(([month, revenue], i) =>
      PRODUCTS.filter((_, p) => p < 2 || i >= 11).map((product, p) => [
        month, product, money(Number(revenue) * [0.55 + 0.002 * i, i < 11 ? 0.37 : 0.29, 0.04 + 0.003 * (i - 11)][p]), p === 0 ? '是' : '否', p === 2 ? '是' : '否', ['2012-03-01', '2016-09-01', '2025-06-15'][p],
        ...(p === 0 ? ['江苏省农用潜水泵', money(around(4300, 60)), '示例行业协会月报'] : ['', '', '']),
      ]),
    ),
  );
  write(
    'productCost',
    ['月份', '产品', '产量', '总成本'],
    months().flatMap((month, i) =>
      PRODUCTS.slice(0, 2).map((product, p) => {
        const quantity = whole(p === 0 ? 1500 : 600, p === 0 ? 1900 : 800);
        return [month, product, quantity, money(quantity * around([0.092, 0.128][p] * (i < 12 ? 1 : 0.968), 0.002))];
      }),
    ),
  );
}

function employees() {
  const departments = ['机加工车间', '机加工车间', '装配车间', '装配车间', '质检部', '技术部', '销售部', '综合部'];
  const rows = [];
  let n = 0;
  const hire = (joined, leave, type = '') => {
    n++;
    const kind = n % 29 === 0 ? '派遣' : n % 17 === 0 ? '实习' : pick(['正式', '合同', '合同']);
    rows.push([number('P', n), `示例员工${String(n).padStart(3, '0')}`, pick(departments), kind, date(joined), leave === null ? '' : date(leave), type]);
  };
  for (let i = 0; i < 72; i++) hire(whole(day('2010-03-01'), day('2024-06-15')), null);
  const leaver = (low, high) => {
    const left = whole(low, high);
    hire(whole(day('2018-01-01'), left - 60), left, pick(['主动离职', '主动离职', '主动离职', '被动离职', '试用期离职']));
  };
  for (let i = 0; i < 17; i++) leaver(BASELINE[0] + 5, BASELINE[1]);
  for (let i = 0; i < 8; i++) leaver(CURRENT[0] + 5, AS_OF - 10);
  hire(day('1999-05-04'), day('2025-02-28'), '退休');
  hire(day('2001-09-10'), day('2025-11-30'), '退休');
  for (let i = 0; i < 12; i++) hire(whole(BASELINE[0], AS_OF - 60), null);
  write('employees', ['工号', '姓名', '部门', '用工形式', '入职日期', '离职日期', '离职类型'], rows);
}

function equipment() {
  const names = ['数控车床', '数控车床', '普通车床', '立式加工中心', '摇臂钻床', '动平衡机', '水泵试验台', '浸漆烘干炉', '喷涂线', '叉车'];
  const rows = months().flatMap((month, m) =>
    Array.from({ length: 24 }, (_, i) => {
      const main = i < 18;
      const status = i === 17 ? '封存' : chance(0.06) ? '在修' : i % 9 === 8 ? '备用' : '在用';
      const good = status !== '在修' && !chance(m < 12 ? 0.07 : 0.035);
      return [number('E', i + 1, 3), `${names[i % names.length]}(${i + 1}号)`, main ? '是' : '否', status, `${month}-25`, good ? '完好' : '不完好'];
    }),
  );
  write('equipment', ['设备编号', '名称', '主要生产设备', '使用状态', '检查日期', '完好状态'], rows.filter(([, , , , inspected]) => day(inspected) <= AS_OF));
}

function measuring() {
  const names = ['游标卡尺', '外径千分尺', '压力表', '电参数测试仪', '兆欧表', '硬度计', '粗糙度仪'];
  const rows = Array.from({ length: 46 }, (_, i) => i).flatMap((i) => {
    const first = whole(BASELINE[0], BASELINE[1]);
    return [first, first + 365].map((due) => {
      const stopped = i % 15 === 14;
      const late = chance(due < CURRENT[0] ? 0.15 : 0.06);
      const done = stopped ? null : late ? due + whole(1, 40) : due - whole(0, 25);
      return [number('M', i + 1, 3), names[i % names.length], stopped ? '停用' : '在用', date(due), done === null ? '' : known(done), done === null || done > AS_OF ? '' : chance(0.96) ? '合格' : '不合格'];
    });
  });
  write('measuring', ['编号', '名称', '使用状态', '应检日期', '实检日期', '结果'], rows);
}

function purchases() {
  const rows = [];
  for (let i = 1; i <= 420; i++) {
    const due = whole(BASELINE[0], AS_OF + 40);
    const better = isCurrent(due);
    const quantity = whole(2, 60) * 10;
    const open = due > AS_OF ? chance(0.8) : chance(0.008);
    const arrival = open ? null : chance(better ? 0.055 : 0.13) ? due + whole(1, 15) : due - whole(0, 6);
    const arrived = arrival !== null && arrival <= AS_OF;
    const partial = arrived && chance(0.02);
    const conclusion = !arrived ? '' : chance(0.05) ? '免检' : chance(better ? 0.025 : 0.06) ? pick(['让步接收', '退货', '挑选']) : '合格';
    rows.push([
      number('CG', 24_000 + i, 6), '1', ...pick(GOODS), quantity, date(due), arrived ? date(arrival) : '',
      arrived ? (partial ? quantity - 10 : quantity) : '', partial ? quantity - 10 : '', conclusion, arrived && conclusion !== '免检' ? date(Math.min(arrival + whole(0, 1), AS_OF)) : '',
    ]);
  }
  write('purchases', ['采购单号', '行号', '供方', '物料', '订货数量', '承诺交期', '到货日期', '到货数量', '按期到货数量', '检验结论', '检验日期'], rows);
  write(
    'supplierIssues',
    ['编号', '供方', '发现日期', '要求完成日期', '实际关闭日期', '验证结论'],
    Array.from({ length: 44 }, (_, i) => {
      const found = anyDay();
      const due = found + 14;
      const closed = chance(isCurrent(due) ? 0.1 : 0.3) ? due + whole(1, 25) : due - whole(0, 8);
      const verified = closed > AS_OF ? '' : chance(0.9) ? '有效' : pick(['无效', '待验证']);
      return [number('GY', i + 1), pick(SUPPLIERS), date(found), date(due), known(closed), verified];
    }),
  );
}

function processInspection() {
  const steps = [['铸件检验', '否', 0.985], ['机加工', '是', 0.968], ['绕线嵌线', '是', 0.962], ['浸漆烘干', '否', 0.992], ['装配', '否', 0.985], ['水压与性能试验', '是', 0.978]];
  const defects = ['D01-同轴度超差', 'D02-匝间短路', 'D03-密封面划伤', 'D04-漏水', 'D05-扬程不足', 'D06-漆瘤', 'D07-装配错漏'];
  const weights = [0.36, 0.24, 0.14, 0.1, 0.08, 0.05, 0.03];
  const defect = () => {
    let left = random();
    return defects[weights.findIndex((weight) => (left -= weight) < 0)] ?? defects[0];
  };
  const rows = [];
  for (let monday = day('2024-07-01'); monday <= AS_OF - 2; monday += 7) {
    steps.forEach(([process, key, base], step) => {
      const inspected = whole(180, 320);
      const rate = isCurrent(monday) ? base + (1 - base) * 0.4 : base;
      const failed = Array.from({ length: inspected }).filter(() => chance(1 - rate)).length;
      const reworked = Math.round(failed * 0.7);
      rows.push([date(monday + 2), PRODUCTS[0], step + 1, process, key, inspected, inspected - failed, reworked, failed - reworked, failed === 0 ? '' : defect()]);
    });
  }
  write('processInspection', ['日期', '产品', '工序序号', '工序', '关键工序', '检验数', '首次合格数', '返工合格数', '报废数', '缺陷代码'], rows);
}

function warranty() {
  const rows = Array.from({ length: 360 }, (_, i) => {
    const shipped = whole(day('2023-07-01'), day('2026-04-30'));
    const used = Math.max(0, (AS_OF - shipped) * around(5, 2));
    const failsAt = chance(shipped < BASELINE[0] ? 0.15 : isCurrent(shipped) ? 0.03 : 0.07) ? whole(10, 250) : null;
    const failed = failsAt !== null && shipped + failsAt <= AS_OF;
    const hours = Math.round(used);
    return [
      number('QJ65-', i + 1, 5), date(shipped), 12, failed ? date(shipped + failsAt) : '', failed ? (chance(0.85) ? '企业' : '用户') : '', hours,
      failed ? Math.round((hours * failsAt) / Math.max(1, AS_OF - shipped)) : '', failed ? (chance(0.15) ? 2 : 1) : 0,
    ];
  });
  write('warranty', ['序列号', '发货日期', '质保月数', '首次故障日期', '质量责任', '累计工作小时', '首次故障小时', '故障次数'], rows);
}

function service() {
  write(
    'serviceRequests',
    ['编号', '客户', '受理时间', '承诺响应时限', '首次响应时间', '解决时间'],
    Array.from({ length: 210 }, (_, i) => {
      const at = anyDay() - 1 + whole(8 * 60, 18 * 60) / 1440;
      const limit = pick([4, 8, 24]);
      const late = chance(isCurrent(at) ? 0.06 : 0.17);
      const responded = at + (limit / 24) * (late ? 1.1 + random() : 0.1 + 0.85 * random());
      const solved = responded + whole(2, 90) / 24;
      const knownAt = (n) => (n > AS_OF ? '' : dateTime(n));
      return [number('FW', i + 1), pick(CUSTOMERS), dateTime(at), limit, knownAt(responded), knownAt(solved)];
    }),
  );
  const categories = ['外观', '性能', '装配', '文件', '包装'];
  write(
    'qualityIssues',
    ['编号', '来源', '类别', '发现日期', '要求完成日期', '实际关闭日期'],
    Array.from({ length: 96 }, (_, i) => {
      const found = anyDay();
      const due = found + pick([7, 14, 30]);
      const closed = chance(isCurrent(due) ? 0.08 : 0.24) ? due + whole(1, 30) : due - whole(0, 6);
      return [number('WT', i + 1), pick(['过程检验', '成品检验', '内审', '顾客反馈']), chance(0.4) ? '性能' : pick(categories), date(found), date(due), known(closed)];
    }),
  );
  /** Rows that an import must refuse, as they come out of hand-kept lists: a day that does not exist, a grade of their own, no date. */
  const wrong = [
    ['TS0059', '2026-02-30', '示例农机公司', '一般', '2026-03-12', '2026-03-10', '满意'],
    ['TS0060', '2026-03-02', '示例机电市场', '紧急', '2026-03-12', '2026-03-11', '满意'],
    ['TS0061', '2026-03-20', '示例园林公司', '一般', '下周三', '', ''],
  ];
  write(
    'complaints',
    ['编号', '受理日期', '顾客', '等级', '承诺期限', '关闭日期', '回访评价'],
    [...Array.from({ length: 58 }, (_, i) => {
      const received = anyDay();
      const due = received + 10;
      const closed = chance(isCurrent(due) ? 0.08 : 0.22) ? due + whole(1, 12) : due - whole(0, 7);
      const callback = closed > AS_OF ? '' : chance(0.8) ? '满意' : pick(['不满意', '未回访', '已撤诉']);
      const grade = chance(isCurrent(received) ? 0.02 : 0.08) ? '重大' : pick(['一般', '一般', '轻微']);
      return [number('TS', i + 1), date(received), pick(CUSTOMERS), grade, date(due), known(closed), callback];
    }), ...wrong],
  );
}

function satisfaction() {
  const items = [['产品质量', 4.1], ['交付及时', 3.9], ['服务响应', 4.0], ['价格合理', 3.7]];
  const waves = [['2024-12-05', '第三方', 60, 0], ['2025-05-20', '企业', 40, 0.05], ['2025-12-04', '第三方', 60, 0.25], ['2026-04-15', '企业', 40, 0.25]];
  let n = 0;
  const rows = waves.flatMap(([start, surveyor, count, lift]) =>
    Array.from({ length: count }, () => {
      n++;
      const on = date(day(start) + whole(0, 12));
      return items.map(([item, mean]) => {
        const score = Math.min(5, Math.max(1, Math.round(around(mean + lift, 1))));
        return [number('MYD', n), on, pick(CUSTOMERS), surveyor, surveyor === '第三方' ? '示例调查公司' : '', item, score, 5];
      });
    }).flat(),
  );
  write('satisfaction', ['问卷号', '日期', '顾客', '调查方', '机构', '题项', '评分', '满分'], rows);
}

function registers() {
  write('innovations', ['类别', '名称', '级别', '状态', '日期'], [
    ['实用新型专利', '示例:一种潜水泵机械密封结构', '国家级', '有效', '2022-08-16'],
    ['实用新型专利', '示例:一种泵壳水压试验工装', '国家级', '授权', '2023-11-03'],
    ['实用新型专利', '示例:一种绕组浸漆滴干架', '国家级', '授权', '2025-12-19'],
    ['发明专利', '示例:一种变频供水机组的低频节能控制方法', '国家级', '申请', '2025-03-28'],
    ['发明专利', '示例:一种潜水泵匝间绝缘在线检测方法', '国家级', '授权', '2026-01-13'],
    ['标准', '无', '', '', '2024-07-01'],
    ['质量奖', '无', '', '', '2024-07-01'],
    ['标准', '示例:农用潜水泵质量分级(团体标准)', '团体', '起草', '2025-10-20'],
    ['质量奖', '示例:市级质量奖', '市级', '有效', '2025-12-08'],
  ]);
  write('compliance', ['类别', '名称', '日期', '有效期至', '结果', '整改完成日期'], [
    ['经营资质', '示例:营业执照', '2009-06-18', '', '有效', ''],
    ['行政许可', '示例:排污许可证', '2023-04-10', '2028-04-09', '有效', ''],
    ['行政处罚', '示例:未按期公示年度报告', '2023-09-20', '', '警告', '2023-10-08'],
    ['经营异常', '无', '2025-06-30', '', '', ''],
    ['经营异常', '无', '2026-05-06', '', '', ''],
    ['严重违法失信', '无', '2025-06-30', '', '', ''],
    ['严重违法失信', '无', '2026-05-06', '', '', ''],
    ['信用评价', '示例:纳税信用等级', '2026-04-30', '', 'A', ''],
  ]);
  const tests = [['潜水泵机组效率', '%', '越大越好', 52.4, 54.1, 0.7], ['出厂噪声', 'dB(A)', '越小越好', 78.6, 76.9, 1.1], ['绕组温升', 'K', '越小越好', 71.5, 70.8, 2.4]];
  write(
    'performanceTests',
    ['指标', '单位', '方向', '阶段', '样本号', '测值', '日期'],
    tests.flatMap(([name, unit, direction, before, after, spread]) =>
      ['改进前', '改进后'].flatMap((stage) =>
        Array.from({ length: 30 }, (_, i) => [
          name, unit, direction, stage, number(stage === '改进前' ? 'A' : 'B', i + 1, 2), around(stage === '改进前' ? before : after, stage === '改进前' ? spread : spread * 0.7).toFixed(1),
          date(day(stage === '改进前' ? '2024-11-04' : '2025-11-03') + i),
        ]),
      ),
    ),
  );
}

mkdirSync(OUT, { recursive: true });
finance();
employees();
equipment();
measuring();
purchases();
processInspection();
warranty();
service();
satisfaction();
registers();
