import { qualityToolGroups, qualityTools } from '../../../src/core/reference/quality-tools';

describe('quality tools', () => {
  it('begin with the old and the new seven', () => {
    const bare = qualityToolGroups.slice(0, 2).map(({ tools }) => new Set(tools.map((tool) => tool.replace(/[（(].*$/, ''))));
    expect(bare[0]).toEqual(new Set(['分层法', '检查表', '排列图', '因果图', '直方图', '控制图', '散布图']));
    expect(bare[1]).toEqual(new Set(['系统图', '关联图', '亲和图', '矩阵图', '箭条图', 'PDPC法', '矩阵数据分析法']));
  });

  it('are listed once each', () => expect(new Set(qualityTools).size).toBe(qualityTools.length));
});
