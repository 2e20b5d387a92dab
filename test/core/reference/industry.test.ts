import { categories, divisionNamed, divisionOf, divisions } from '../../../src/core/reference/industry';
import edition2011 from '../../fixtures/reference/divisions-2011.json';

describe('GB/T 4754-2017', () => {
  it('has 20 categories A to T and 97 divisions 01 to 97', () => {
    expect(categories.map((one) => one.code).join('')).toBe('ABCDEFGHIJKLMNOPQRST');
    expect(divisions.map((one) => one.code)).toEqual(Array.from({ length: 97 }, (_, i) => String(i + 1).padStart(2, '0')));
    expect(new Set(divisions.map((one) => one.name)).size).toBe(97);
  });

  it('is the edition of 2017: 79 and 97 tell', () => {
    expect(divisionOf('79')).toEqual({ code: '79', name: '土地管理业', category: 'N' });
    expect(divisionOf('97')?.name).toBe('国际组织');
    expect(divisionOf('21')?.name).toBe('家具制造业');
  });

  it.each(edition2011.map(({ code, name }) => [code, name]))('does not call %s %s, as the edition of 2011 does', (code, name) => {
    expect(divisionOf(code)?.name).not.toBe(name);
  });

  it('finds the division of longer codes, and none for what is no code', () => {
    expect(divisionOf('7010')?.code).toBe('70');
    expect(divisionOf('591')?.code).toBe('59');
    for (const wrong of ['98', '00', '5', '', 'C34', '34412']) expect(divisionOf(wrong)).toBeUndefined();
    expect(divisionNamed('通用设备制造业')?.code).toBe('34');
  });
});
