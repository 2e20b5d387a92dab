import { FIRST_DATA_ROW, HEADER_ROW, headerText } from '../../../src/core/model/raw-sheet';
import { readRawSheetDef, readRawSheetDefs } from '../../../src/core/template/raw-sheet';
import { textWidth } from '../../../src/core/template/raw-schema';
import { TemplateError } from '../../../src/core/template/read-template';
import { rawTemplates } from '../../../templates/index';

const defs = readRawSheetDefs(rawTemplates);

const column = (changes: object) => ({
  key: 'date', header: '日期', kind: 'date', required: true, width: 12, synonyms: ['Date'], prompt: '日期', example: '2024-05-06', ...changes,
});
const sheet = (changes: object) => ({ key: 'things', sheet: '数据_东西', feeds: '6.6', howTo: '每件一行。', starter: false, columns: [column({})], ...changes });

function choices(key: string, of: string): readonly string[] {
  return defs.find((def) => def.key === key)?.columns.find((one) => one.key === of)?.choices ?? [];
}

function fault(json: unknown): TemplateError {
  try {
    readRawSheetDef('templates/raw/x.json', json);
  } catch (error) {
    if (error instanceof TemplateError) return error;
  }
  throw new Error('accepted');
}

describe('the raw-data sheets', () => {
  it('are the 21 of the workbook, each with its starred columns as designed', () => {
    const listed = defs.map((def) => `${def.sheet} ${def.columns.map((one) => `${one.header}${one.required ? '*' : ''}`).join(' ')}`);
    expect(listed).toEqual(DESIGN.trim().split('\n'));
  });

  it('of the starter set feed the five kinds of indicator of 7.6', () => {
    expect(defs.filter((def) => def.starter).map((def) => def.sheet)).toEqual(['数据_财务', '数据_产品成本', '数据_生产工单', '数据_成品检验', '数据_满意度']);
  });

  it('have columns at least as wide as heading and longest choice', () => {
    for (const def of defs)
      for (const one of [...def.columns, ...(def.side?.columns ?? [])]) expect(one.width).toBeGreaterThanOrEqual(Math.max(...[headerText(one), ...(one.choices ?? [])].map(textWidth)));
  });

  it('know the words that the metrics rely on', () => {
    expect(choices('employees', 'leaveType')).toEqual(expect.arrayContaining(['主动离职', '被动离职', '试用期离职', '退休', '内部调动']));
    expect(choices('employees', 'employmentType')).toEqual(expect.arrayContaining(['派遣', '劳务']));
    expect(choices('equipment', 'status')).toEqual(expect.arrayContaining(['在用', '备用', '在修', '封存', '报废', '未安装', '出租']));
    expect(choices('measuring', 'status')).toEqual(expect.arrayContaining(['在用', '停用', '封存']));
    expect(choices('purchases', 'conclusion')).toEqual(expect.arrayContaining(['合格', '让步接收', '免检']));
    expect(choices('complaints', 'callback')).toEqual(expect.arrayContaining(['满意', '已撤诉']));
    expect(choices('innovations', 'category')).toEqual(expect.arrayContaining(['实用新型专利', '发明专利', '标准', '质量奖', '科技奖励']));
    expect(choices('compliance', 'category')).toEqual(expect.arrayContaining(['行政处罚', '经营异常', '严重违法失信']));
  });

  it('start where the sheet model says', () => {
    expect([HEADER_ROW, FIRST_DATA_ROW]).toEqual([3, 4]);
  });
});

describe('a faulty template is refused with file and place', () => {
  it.each([
    ['an unknown key', sheet({ colour: 1 }), '', 'colour'],
    ['a kind that is none', sheet({ columns: [column({ kind: 'day' })] }), 'columns[0].kind', 'date'],
    ['a heading wider than its column', sheet({ columns: [column({ width: 4 })] }), 'columns[0].width', 'narrower'],
    ['a choice without choices', sheet({ columns: [column({ kind: 'choice' })] }), 'columns[0].choices', 'choice'],
    ['bounds of a text', sheet({ columns: [column({ kind: 'text', min: 1 })] }), 'columns[0].min', 'numbers'],
    ['a key used twice', sheet({ columns: [column({}), column({ header: '时间', synonyms: [] })] }), 'columns[1].key', 'date twice'],
    ['one heading for two columns', sheet({ columns: [column({}), column({ key: 'time', header: '时间', synonyms: ['DATE*'] })] }), 'columns[1].synonyms', 'DATE*'],
    ['a key column that is not there', sheet({ unique: ['no'] }), 'unique[0]', 'no column'],
  ])('%s', (_, json, path, words) => {
    const error = fault(json);
    expect(error.file).toBe('templates/raw/x.json');
    expect(error.path).toBe(path);
    expect(error.message).toContain(words);
  });

  it('two sheets of one name', () => {
    expect(() => readRawSheetDefs([{ file: 'a.json', json: sheet({}) }, { file: 'b.json', json: sheet({ key: 'others' }) }])).toThrow('b.json: sheet');
  });
});

const DESIGN = `
数据_财务 月份* 营业收入* 营业成本 研发费用 研发资本化支出
数据_产品收入 月份* 产品* 收入* 主导产品* 新产品* 上市日期 细分市场 细分市场总额 数据来源
数据_产品成本 月份* 产品* 产量* 总成本*
数据_员工 工号* 姓名 部门 用工形式 入职日期* 离职日期 离职类型
数据_设备 设备编号* 名称 主要生产设备* 使用状态 检查日期* 完好状态*
数据_测量设备 编号* 名称 使用状态* 应检日期* 实检日期 结果
数据_采购 采购单号* 行号 供方* 物料* 订货数量* 承诺交期* 到货日期 到货数量 按期到货数量 检验结论 检验日期
数据_供方问题 编号* 供方* 发现日期 要求完成日期* 实际关闭日期 验证结论
数据_生产工单 工单号* 产品* 计划数量* 计划完成日期* 实际完成日期 完成数量 折算系数 标准工时 实际工时
数据_工序检验 日期* 产品* 工序序号* 工序* 关键工序* 检验数* 首次合格数* 返工合格数 报废数 缺陷代码
数据_成品检验 日期* 批号* 产品 交验次数* 交验数* 合格数*
数据_销售交付 订单号* 行号 客户* 产品 订货数量* 承诺交期* 交付日期 交付数量 按期交付数量 延期责任 退货数量 退货日期 退货原因
数据_质保故障 序列号* 发货日期* 质保月数* 首次故障日期 质量责任 累计工作小时 首次故障小时 故障次数
数据_服务请求 编号* 客户 受理时间* 承诺响应时限* 首次响应时间 解决时间
数据_质量问题 编号* 来源 类别 发现日期* 要求完成日期* 实际关闭日期
数据_满意度 问卷号* 日期* 顾客 调查方* 机构 题项* 评分* 满分*
数据_投诉 编号* 受理日期* 顾客 等级* 承诺期限* 关闭日期 回访评价
数据_客户 客户* 首次成交日期* 最近成交日期 流失日期
数据_创新成果 类别* 名称* 级别 状态 日期*
数据_合规 类别* 名称* 日期* 有效期至 结果 整改完成日期
数据_性能测试 指标* 单位 方向* 阶段* 样本号 测值* 日期
`;
