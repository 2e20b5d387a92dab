/** Cities from the codes of real registration authorities (GB/T 2260), and from what people type. */
import { describe, expect, it } from '@jest/globals';
import { CITIES, cityNamed, regionOf } from '../../../src/core/reference/region';

describe('the region of a code', () => {
  it.each([
    ['91320321MA1XMPL00B', '徐州市'], ['91320594000000000X', '苏州市'], ['91321302000000000X', '宿迁市'], ['91320000000000000X', ''], ['91330106000000000X', '浙江省'], ['91110108000000000X', '北京市'], ['91990000000000000X', ''],
  ])('%s is of %s', (code, region) => {
    expect(regionOf(code)).toBe(region);
  });

  it('is one of the thirteen cities of the province', () => {
    expect(new Set(CITIES).size).toBe(13);
  });

  it.each([['徐州', '徐州市'], ['江苏省南通市启东市', '南通市'], ['江苏连云港', '连云港市'], ['上海市', ''], ['', '']])('typed as %j is %j', (typed, city) => {
    expect(cityNamed(typed)).toBe(city);
  });
});
