/**
 * Numbers as people and exports write them: `$1,234.50`, `(12)`, `12.50-`, `12%`, `１２`, `1 234,5`. What has two readings is
 * not guessed: `1,5` is refused unless the column shows that the comma is its decimal mark.
 */
const PLAIN = /^-?\d+(?:\.\d+)?$/;
const CURRENCY = /^(?:CNY|RMB|USD|EUR|GBP|JPY|HKD|US\$|[$€£¥])\s*|\s*(?:CNY|RMB|USD|EUR|GBP|JPY|HKD|[$€£¥])$/giu;
const BODY = /^(?:\d[\d.,' ]*|[.,]\d+)(?:E[+-]?\d{1,3})?$/i;

export type NumberReading = number | 'ambiguous' | 'none';

/** `text` is folded to plain characters and not blank. */
export function readNumber(text: string, decimal?: '.' | ','): NumberReading {
  if (decimal !== ',' && PLAIN.test(text)) return finite(Number(text));
  let body = text.replace(/[−‒–]/gu, '-').replace(/[\u00a0\u202f\u2009]/gu, ' ').replace(/[’‘`]/gu, "'");
  let sign = 1;
  let scale = 1;
  const bracketed = /^\(\s*(.+?)\s*\)$/.exec(body);
  if (bracketed !== null) [sign, body] = [-1, bracketed[1] ?? ''];
  body = body.replace(CURRENCY, '');
  const signed = /^([+-])\s*(.+)$|^(.+?)\s*([+-])$/.exec(body);
  if (signed !== null) {
    if (sign < 0) return 'none';
    sign = (signed[1] ?? signed[4]) === '-' ? -1 : 1;
    body = signed[2] ?? signed[3] ?? '';
  }
  body = body.replace(CURRENCY, '');
  if (/\s*%$/.test(body)) [scale, body] = [100, body.replace(/\s*%$/, '')];
  if (!BODY.test(body)) return 'none';
  const plain = ungrouped(body, decimal);
  if (plain === null) return 'none';
  return plain === '?' ? 'ambiguous' : finite((sign * Number(plain)) / scale);
}

/** Digits with a point for decimals, the separators of thousands taken out where they stand in threes; `?` for two readings. */
function ungrouped(text: string, decimal?: '.' | ','): string | null {
  const [mantissa = '', exponent] = text.split(/E/i);
  const tail = exponent === undefined ? '' : `e${exponent}`;
  const comma = decimal === ',';
  const plain = comma ? /^\d*(?:,\d+)?$|^\d+,$/ : /^\d*(?:\.\d+)?$|^\d+\.$/;
  if (plain.test(mantissa)) return mantissa.replace(',', '.') + tail;
  // 1,234,567.8 - in threes, with the other mark for decimals
  if ((comma ? /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/ : /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/).test(mantissa))
    return mantissa.replaceAll(comma ? '.' : ',', '').replace(',', '.') + tail;
  if (/^\d{1,3}(?:[ ']\d{3})+(?:[.,]\d+)?$/.test(mantissa) && new Set(mantissa.replace(/[\d.,]/g, '')).size === 1)
    return mantissa.replace(/[ ']/g, '').replace(',', '.') + tail;
  // 1.234,5 and 1.234.567 have one reading whatever the column says
  if (/^\d{1,3}(?:\.\d{3})+,\d+$|^\d{1,3}(?:\.\d{3}){2,}$/.test(mantissa)) return mantissa.replaceAll('.', '').replace(',', '.') + tail;
  if (/^\d{1,3}(?:,\d{3})+\.\d+$|^\d{1,3}(?:,\d{3}){2,}$/.test(mantissa)) return mantissa.replaceAll(',', '') + tail;
  return /^\d*[.,]\d+$/.test(mantissa) ? '?' : null;
}

function finite(value: number): number | 'none' {
  return Number.isFinite(value) ? value : 'none';
}
