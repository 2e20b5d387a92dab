/** Expected texts are what Excel and LibreOffice show for the same number and format. */
import { expect, test } from '@jest/globals';
import { formatted } from '../../../src/host/picture/number-format';

test.each([
  [0.9514, '0.0%', '95.1%'], [0.98765, '0%', '99%'], [1234567.891, '#,##0.0', '1,234,567.9'], [999.5, '#,##0', '1,000'], [12, '0" 起"', '12 起'],
  [-3.25, '0.0', '-3.3'], [-0.04, '0.0', '0.0'], [1.005, '0.00', '1.01'], [0.285, '0%', '29%'], [2.5, '0', '3'],
  [0.1 + 0.2, 'General', '0.3'], [45_658, 'yyyy-mm', '2025-01'], [1e-7, 'mmm d', '1e-7'],
])('%d under %s is %s', (value, format, shown) => expect(formatted(value, format)).toBe(shown));
