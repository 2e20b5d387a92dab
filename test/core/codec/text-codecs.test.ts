import { codecs } from '../../../src/core/codec/codecs';
import { readRawSheetDefs } from '../../../src/core/template/raw-sheet';
import { rawTemplates } from '../../../templates/index';
import { decode } from '../../support/decode';

describe('text', () => {
  it('is trimmed of what nobody sees, not of what stands inside', () => {
    expect(decode('text', '\ufeff  离心泵  A 型\u200b ')).toBe('离心泵  A 型');
    expect(decode('text', '第一行\n第二行')).toBe('第一行\n第二行');
    expect(decode('text', '\u200b \u3000')).toBeNull();
    expect(decode('text', '=1+1')).toBe('=1+1');
  });

  it('of other cells is what a person reads there', () => {
    expect([{ value: 12.5 }, { value: true }, { value: 45_418, date: true }].map((cell) => decode('text', cell))).toEqual(['12.5', 'TRUE', '2024-05-06']);
    expect(decode('text', { value: { error: '#N/A' } })).toBe('cell/error');
  });
});

describe('codes', () => {
  it('stay text, zeros and all', () => {
    expect(decode('code', ' 00123 ')).toBe('00123');
    expect(decode('code', { value: 10_248 })).toBe('10248');
    expect(decode('code', { value: 123_456_789_012_345 })).toBe('123456789012345');
    expect(decode('code', '9E10')).toBe('9E10');
    expect(decode('code', '913205056082348768')).toBe('913205056082348768');
  });

  it('are in half width, but for the punctuation', () => {
    expect(decode('code', 'ＳＯ－００１（甲）')).toBe('SO－001（甲）');
  });

  it('that a spreadsheet has spoilt are recognised', () => {
    for (const cell of ['9.13205E+17', '1.23457e+11', { value: 913_205_056_082_348_700 }, { value: '9.13E+17' }, { value: 45_418, date: true }]) expect(decode('code', cell)).toBe('cell/code-lost');
  });
});

describe('choices', () => {
  const grades = { choices: ['重大', '一般', 'A级'] };
  const yesNo = { choices: ['是', '否'] };

  it('count neither blanks nor width nor case', () => {
    expect([' 重大 ', 'Ａ级', 'a级', '', '特大'].map((text) => decode('choice', text, grades))).toEqual(['重大', 'A级', 'A级', null, 'cell/choice']);
    expect(decode('choice', '特大', { ...grades, open: true })).toBe('特大');
  });

  it('of yes and no have their other spellings', () => {
    for (const yes of ['是', 'Y', 'yes', 'TRUE', '1', '√', '✓', 'Ｙ']) expect(decode('choice', yes, yesNo)).toBe('是');
    for (const no of ['否', 'n', 'No', 'false', '0', '×']) expect(decode('choice', no, yesNo)).toBe('否');
    expect([decode('choice', { value: true }, yesNo), decode('choice', { value: 0 }, yesNo)]).toEqual(['是', '否']);
    expect([decode('choice', '2', yesNo), decode('choice', 'Y', grades)]).toEqual(['cell/choice', 'cell/choice']);
  });
});

describe('unified social credit codes', () => {
  it('are stored plain', () => {
    for (const typed of ['91350100M000100Y43', ' 91350100m000100y43', '9135 0100 M000100Y43', '９１３５０１００Ｍ０００１００Ｙ４３', '91350100-M000100Y4-3']) expect(decode('uscc', typed)).toBe('91350100M000100Y43');
  });

  it('say what is wrong', () => {
    const reason = (code: string) => {
      const decoded = codecs.uscc.decode(code, {});
      return 'problem' in decoded ? (decoded.problem.params['reason'] ?? decoded.problem.code) : decoded.value;
    };
    expect(['12345', '9111000060003IOZSV', '91110000600037342L', '9.13205E+17'].map(reason)).toEqual(['length', 'alphabet', 'check', 'cell/code-lost']);
    expect(decode('uscc', { value: Number('913205056082348768') })).toBe('cell/code-lost');
  });
});

describe('industries', () => {
  it('are divisions of 2017, by code or name', () => {
    expect(['34', 'C34', 'c34', '通用设备制造业', '7010', '591', '１３', '5'].map((text) => decode('industry', text))).toEqual(['34', '34', '34', '34', '7010', '591', '13', '05']);
    expect([decode('industry', { value: 5 }), decode('industry', { value: 34 }), decode('industry', { value: 111 })]).toEqual(['05', '34', 'cell/industry']);
    for (const wrong of ['98', '00', 'D34', '制造业?', '34567']) expect(decode('industry', wrong)).toBe('cell/industry');
  });
});

describe('the examples of every raw-data column', () => {
  const columns = readRawSheetDefs(rawTemplates).flatMap((def) => [...def.columns, ...(def.side?.columns ?? [])].map((column) => [`${def.sheet} ${column.header}`, column] as const));

  it.each(columns)('%s', (_, column) => expect(codecs[column.kind].decode(column.example, column)).toEqual({ value: expect.anything() }));
});
