import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { decodeText, unescapeXml } from '../../../../src/host/xlsx/package/xml';
import { encodeText, escapeAttribute, escapeXml, textElement } from '../../../../src/host/xlsx/write/text';

describe('text of a file', () => {
  it.each([
    // ISO/IEC 29500-1, 22.9.2.19: the escape of a character, and of what looks like an escape
    ['\u0007', '_x0007_'],
    ['_x0007_', '_x005F_x0007_'],
    ['a\r\nb', 'a_x000D_\nb'],
    ['\uD83D\uDE00', '\uD83D\uDE00'],
    ['\uD83D!', '_xD83D_!'],
    ['列_x', '列_x'],
  ])('encodes %j as %j', (text, encoded) => {
    expect(encodeText(text)).toBe(encoded);
  });

  it('comes back as it was, whatever it holds', () => {
    fc.assert(fc.property(fc.string({ unit: fc.oneof(fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), fc.constantFrom('_', 'x', '0041', '&', '<')) }), (text) => {
      const stored = escapeXml(encodeText(text));
      // oxlint-disable-next-line no-control-regex -- nothing that XML 1.0 forbids, and no bare CR
      expect(stored).not.toMatch(/[\u0000-\u0008\u000B-\u001F<]|&(?!amp;|lt;|gt;|quot;)/);
      expect(decodeText(unescapeXml(stored))).toBe(text);
    }));
  });

  it('keeps space at the ends and line ends of attributes', () => {
    expect(textElement(' a')).toBe('<t xml:space="preserve"> a</t>');
    expect(textElement('a b')).toBe('<t>a b</t>');
    expect(escapeAttribute('a\n"b"')).toBe('a&#10;&quot;b&quot;');
  });
});
