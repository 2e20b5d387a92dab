import { readFormLibrary, type FormTemplates } from '../../../src/core/template/form-template';
import { TemplateError } from '../../../src/core/template/read-template';
import { formTemplates, listsTemplate, wordingTemplate } from '../../../templates/forms/index';

function withHome(json: unknown): FormTemplates {
  return { forms: [{ file: 'templates/forms/home.json', json }], lists: listsTemplate, wording: wordingTemplate };
}

const form = {
  key: 'x', sheet: '表', title: '题', clause: '', purpose: '用', howTo: '填', orientation: 'portrait', columns: [10, 10], printColumns: 2,
  sections: [{ type: 'grid', rows: [{ cells: [{ column: 1, text: '标签' }, { column: 2, key: 'name', field: { kind: 'text' } }] }] }],
};
const cell = (value: unknown): unknown => ({ ...form, sections: [{ type: 'grid', rows: [{ cells: [value] }] }] });

function fault(templates: FormTemplates): TemplateError {
  try {
    readFormLibrary(templates);
  } catch (error) {
    if (error instanceof TemplateError) return error;
    throw error;
  }
  throw new Error('no fault');
}

describe('readFormLibrary', () => {
  it('reads every form of the product, in tab order', () => {
    const { forms } = readFormLibrary({ forms: formTemplates, lists: listsTemplate, wording: wordingTemplate });
    expect(forms.map((f) => f.sheet)).toEqual([
      '首页', '基本要求', '工作计划', '附录A 需求调研', '附录B 交流座谈表', '附录C 质量体检表', '附录D 问题诊断表', '原因分析', '附录E 提升方案',
      '方案实施', '成效总结', '附录F 提升案例', '记录目录', '审核记录', '汇总填报', '建议',
    ]);
  });

  it.each([
    ['an unknown key', { ...form, colour: 'red' }, ''],
    ['a wrong column', cell({ column: 0, text: '' }), 'sections[0].rows[0].cells[0].column'],
    ['a text and a field in one cell', cell({ column: 1, text: '', key: 'a', field: { kind: 'text' } }), 'sections[0].rows[0].cells[0]'],
    ['a field without a key', cell({ column: 1, field: { kind: 'text' } }), 'sections[0].rows[0].cells[0].key'],
    ['a choice without a list', cell({ column: 1, key: 'a', field: { kind: 'choice' } }), 'sections[0].rows[0].cells[0].field.list'],
    ['a list that does not exist', cell({ column: 1, key: 'a', field: { kind: 'choice', list: 'none' } }), 'sections[0].rows[0].cells[0].field.list'],
    ['a sheet name that Excel refuses', { ...form, sheet: '表/一' }, 'sheet'],
    ['more printed columns than columns', { ...form, printColumns: 3 }, 'printColumns'],
  ])('names file and place of %s', (_, json, path) => {
    const error = fault(withHome(json));
    expect([error.file, error.path]).toEqual(['templates/forms/home.json', path]);
  });

  it('refuses two forms with one key or one sheet', () => {
    const two = (second: unknown): FormTemplates => ({ ...withHome(form), forms: [{ file: 'a.json', json: form }, { file: 'b.json', json: second }] });
    expect(fault(two(form)).path).toBe('key');
    expect(fault(two({ ...form, key: 'y' })).path).toBe('sheet');
  });
});
