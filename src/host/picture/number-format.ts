/** Numbers under the few number formats that charts use: `0.0%`, `#,##0.0`, `0" 起"`. Rounded as spreadsheets do, half away from 0. */

const FORMAT = /^(#,##)?0(?:\.(0+))?(%)?(?:"([^"]*)")?$/;

const DAY = 86_400_000;
/** Days from the first of a spreadsheet to 1970. */
const EPOCH = 25_569;

/** `General` and formats that are none of these show up to six significant figures. Of several sections those for positive numbers and for zero count; one that is empty shows nothing. */
export function formatted(value: number, given = 'General'): string {
  const [format = '', , zero] = given.split(';');
  if (value === 0 && zero === '') return '';
  if (format === 'yyyy-mm') return new Date((value - EPOCH) * DAY).toISOString().slice(0, 7);
  const found = FORMAT.exec(format);
  if (found === null) return String(Number(value.toPrecision(6)));
  const [, grouped, decimals = '', percent = '', unit = ''] = found;
  const scaled = percent === '' ? value : value * 100;
  const text = rounded(Math.abs(scaled), decimals.length);
  const [whole = '', fraction] = text.split('.');
  const digits = grouped === undefined ? whole : whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  const sign = scaled < 0 && Number(text) !== 0 ? '-' : '';
  return `${sign}${digits}${fraction === undefined ? '' : `.${fraction}`}${percent}${unit}`;
}

/** By way of 15 significant figures, which is what a spreadsheet looks at. */
function rounded(value: number, digits: number): string {
  const shifted = Number((value * 10 ** digits).toPrecision(15));
  return (Math.floor(shifted + 0.5) / 10 ** digits).toFixed(digits);
}
