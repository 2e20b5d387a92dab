import { readEnterpriseSize, readIndustries, readQualityTools, readRegions, readUsccRule } from '../../../src/core/template/reference';
import { referenceTemplates } from '../../../templates/index';

const READERS: Readonly<Record<string, (file: string, json: unknown) => { readonly source: string }>> = {
  'templates/reference/enterprise-size.json': readEnterpriseSize,
  'templates/reference/industries.json': readIndustries,
  'templates/reference/quality-tools.json': readQualityTools,
  'templates/reference/regions.json': readRegions,
  'templates/reference/uscc.json': readUsccRule,
};

describe('reference data', () => {
  it.each(referenceTemplates.map(({ file, json }) => [file, json] as const))('%s is readable and names its source', (file, json) => {
    expect(READERS[file]?.(file, json).source).not.toBe('');
  });

  it('that is faulty is refused with file and place', () => {
    const industries = {
      title: 't', source: 's',
      categories: [{ code: 'A', name: '甲', divisions: ['01'] }, { code: 'B', name: '乙', divisions: [] }],
      divisions: [{ code: '01', name: '农业', category: 'B' }],
    };
    expect(() => readIndustries('x.json', industries)).toThrow('x.json: divisions[0].category: division 01');
    expect(() => readUsccRule('x.json', { title: 't', source: 's', length: 18, alphabet: '0123', weights: [], modulus: 31 })).toThrow('x.json: alphabet');
    expect(() => readQualityTools('x.json', { title: 't', source: 's', groups: [], note: '' })).toThrow('x.json');
  });
});
