/** Changes of a CSV file that know what fields, records and encodings are. */
import { NASTY_TEXTS } from './words';
import type { Random } from './random';

export type Records = readonly (readonly string[])[];

const DELIMITERS = [',', ',', ',', ';', '\t', '|'];
const LINE_ENDS = ['\n', '\r\n', '\r\n', '\r'];

function quoted(text: string, delimiter: string, random: Random): string {
  if (random.once(60)) return random.pick([`"${text}`, `${text}"`, `"${text}"x`, `x"${text}"`, `"${text}" `, ` "${text}"`]);
  return text.includes(delimiter) || /["\r\n]/.test(text) || random.once(12) ? `"${text.replaceAll('"', '""')}"` : text;
}

function changeRecords(rows: string[][], headers: readonly string[], random: Random): void {
  const row = random.pick(rows);
  const at = random.int(row.length);
  switch (random.int(14)) {
    case 0: rows.splice(random.int(rows.length), 1, [...row], [...row]); break;
    case 1: row.splice(at, 1); break;
    case 2: row.splice(at, 0, random.pick(NASTY_TEXTS)); break;
    case 3: rows.splice(random.int(rows.length + 1), 0, random.pick([[], [''], ['说明'], ['', '', ''], [...headers], Array.from({ length: 40 }, () => 'x')])); break;
    case 4: for (const one of rows) one.splice(at, 1); break;
    case 5: for (const one of rows) one.splice(at, 0, one[random.int(one.length)] ?? ''); break;
    case 6: rows[0] = (rows[0] ?? []).map((header, i) => (i === at ? random.pick([`${header}*`, `${header}（元）`, ` ${header} `, header.toUpperCase(), random.pick(headers), random.pick(NASTY_TEXTS)]) : header)); break;
    case 7: rows.reverse(); break;
    case 8: row.push(...Array.from({ length: random.pick([1, 5, 300]) }, () => random.pick(NASTY_TEXTS))); break;
    case 9: rows.push([], []); break;
    default: row[at] = random.once(4) ? (row[at] ?? '') + random.pick(NASTY_TEXTS) : random.pick(NASTY_TEXTS);
  }
}

function encode(text: string, random: Random): Uint8Array {
  switch (random.int(12)) {
    case 0: return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    case 1: return new Uint8Array(Buffer.from(text, 'utf16le'));
    case 2: return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le').swap16());
    case 3: return new Uint8Array(Buffer.from(text, 'latin1'));
    case 4: return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf8'));
    default: return new Uint8Array(Buffer.from(text, 'utf8'));
  }
}

/** GB18030 of "订单号" and of a four-byte sign: the encoder of this place does not know it. */
const GB_PIECES = [Uint8Array.of(0xb6, 0xa9, 0xb5, 0xa5, 0xba, 0xc5), Uint8Array.of(0x81, 0x30, 0x81, 0x30), Uint8Array.of(0x80), Uint8Array.of(0xff, 0xff)];

function changeBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random.int(bytes.length + 1);
  switch (random.int(5)) {
    case 0: return bytes.slice(0, at);
    case 1: return Uint8Array.from([...bytes.subarray(0, at), ...random.pick(GB_PIECES), ...bytes.subarray(at)]);
    case 2: return Uint8Array.from([...bytes.subarray(0, at), ...new Uint8Array(1 + random.int(4)), ...bytes.subarray(at)]);
    default: {
      const changed = bytes.slice();
      for (let i = 0; i < 1 + random.int(3) && changed.length > 0; i++) changed[random.int(changed.length)] = random.int(256);
      return changed;
    }
  }
}

/** `headers`: names of columns that may turn up in others' places. */
export function mutateCsv(records: Records, headers: readonly string[], random: Random): Uint8Array {
  const rows = records.map((row) => [...row]);
  for (let i = 0, many = random.int(5); i < many && rows.length > 0 && rows.every((row) => row.length > 0); i++) changeRecords(rows, headers, random);
  const [delimiter, end] = [random.pick(DELIMITERS), random.pick(LINE_ENDS)];
  const lines = rows.map((row) => row.map((text) => quoted(text, delimiter, random)).join(delimiter));
  const text = `${random.once(30) ? `sep=${delimiter}${end}` : ''}${lines.join(end)}${random.once(2) ? end : ''}`;
  const bytes = encode(text, random);
  return random.once(8) ? changeBytes(bytes, random) : bytes;
}
