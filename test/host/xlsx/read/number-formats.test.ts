import { describe, expect, it } from '@jest/globals';
import { strToU8 } from 'fflate';
import { readCellFormats, temporalFormat } from '../../../../src/host/xlsx/read/number-formats';

describe('temporalFormat', () => {
  it.each([
    ['General', null], ['G/通用格式', null], ['0.00%', null], ['#,##0.00_);[Red](#,##0.00)', null], ['0.00E+00', null], ['@', null], ['0" days"', null], ['"yyyy"0', null],
    ['\\d0', null], ['[Magenta]0', null], ['[$-804]0', null], ['[>=100]0;0', null], ['_-* #,##0_-', null], ['[DBNum1]0', null], ['_d0', null],
    ['yyyy-mm-dd', 'date'], ['yyyy"年"m"月"', 'date'], ['m/d', 'date'], ['mmm', 'date'], ['[$-804]yyyy"年"m"月"d"日";@', 'date'], ['d-mmm-yy h:mm', 'date'], ['aaaa', 'date'], ['YYYY/MM/DD', 'date'],
    ['h:mm', 'time'], ['mm:ss.0', 'time'], ['[h]:mm', 'time'], ['[mm]:ss', 'time'], ['[m]', 'time'], ['h:mm AM/PM', 'time'], ['上午/下午h"时"mm"分"', 'time'],
  ])('%s is %s', (code, temporal) => {
    expect(temporalFormat(code)).toBe(temporal);
  });
});

describe('readCellFormats', () => {
  it('takes cell formats only, custom formats before built-in ones', () => {
    const xml = '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;-&quot;mm"/><numFmt numFmtId="14" formatCode="0.0"/></numFmts>'
      + '<cellStyleXfs><xf numFmtId="22"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="22"><alignment/></xf><xf numFmtId="46"/><xf numFmtId="31"/><xf numFmtId="49"/></cellXfs></styleSheet>';
    expect(readCellFormats(strToU8(xml), 'styles')).toEqual([null, 'date', null, 'date', 'time', 'date', null]);
  });
});
