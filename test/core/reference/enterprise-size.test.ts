import { sizeClass, type SizeInput } from '../../../src/core/reference/enterprise-size';
import { divisions } from '../../../src/core/reference/industry';
import vectors from '../../fixtures/reference/size-vectors.json';

const size = (industry: string, employees?: number, revenue?: number, assets?: number) =>
  sizeClass({ industry, ...(employees === undefined ? {} : { employees }), ...(revenue === undefined ? {} : { revenue }), ...(assets === undefined ? {} : { assets }) }).size;

describe('size class of 2017', () => {
  it.each(vectors.map(({ in: given, out }) => [given, out] as const))('%j is %s', (given, out) => {
    expect(size(given.code, given.X, given.Y, given.Z)).toBe(out);
  });

  it.each([
    // Boundaries that a public implementation has wrong: warehousing, information transmission, and <= at the micro bound.
    ['592', 150, 1000, undefined, '中型'],
    ['63', 2000, 50_000, undefined, '中型'],
    ['63', 2000, 100_000, undefined, '大型'],
    ['7010', undefined, 100, 2000, '小型'],
    ['7020', 100, 500, undefined, '小型'],
    ['72', 10, undefined, 100, '小型'],
    ['75', 10, undefined, undefined, '小型'],
    ['75', 9, undefined, undefined, '微型'],
    ['51', 5, 1000, undefined, '小型'],
    ['01', undefined, 49.99, undefined, '微型'],
  ])('%s with %s persons, %s revenue, %s assets is %s', (industry, employees, revenue, assets, expected) => {
    expect(size(industry, employees, revenue, assets)).toBe(expected);
  });

  it.each<[SizeInput, string]>([
    [{ industry: '53', employees: 10, revenue: 10 }, 'not-covered'],
    [{ industry: '66', employees: 10 }, 'not-covered'],
    [{ industry: '7040', employees: 10 }, 'not-covered'],
    [{ industry: '84', employees: 10 }, 'not-covered'],
    [{ industry: '70', employees: 10, revenue: 10, assets: 10 }, 'class-needed'],
    [{ industry: '59', employees: 150, revenue: 2000 }, 'class-needed'],
    [{ industry: '34', revenue: 5000 }, 'figure-missing'],
    [{ industry: '98', employees: 10 }, 'industry-unknown'],
    [{ industry: '', employees: 10 }, 'industry-unknown'],
    [{ industry: '3', employees: 10 }, 'industry-unknown'],
  ])('%j is not known: %s', (input, reason) => expect(sizeClass(input)).toMatchObject({ size: null, reason }));

  it('does not ask for a figure that cannot change the class', () => {
    expect(sizeClass({ industry: '34', employees: 12 })).toEqual({ size: '微型' });
    expect(sizeClass({ industry: '34', employees: 86 })).toMatchObject({ reason: 'figure-missing', missing: ['revenue'] });
  });

  it('answers for every division: a class, or why there is none', () => {
    const reasons = divisions.map(({ code }) => [code, sizeClass({ industry: code, employees: 5000, revenue: 500_000, assets: 500_000 })] as const);
    const without = reasons.filter(([, result]) => result.size === null).map(([code]) => code);
    expect(without).toEqual(['53', '66', '67', '68', '69', '70', '83', '84', '91', '92', '93', '94', '95', '96', '97']);
    expect(reasons.filter(([, result]) => result.size !== null).every(([, result]) => result.size === '大型')).toBe(true);
  });
});
