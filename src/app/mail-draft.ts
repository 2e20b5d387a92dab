/** A mail to be sent by hand, with the workbook attached: opened by mail programs as a draft (`X-Unsent`). RFC 5322, 2045, 2047, 2231. */

export interface MailDraft {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Characters of a line of base64 (RFC 2045, 6.8). */
const LINE = 76;
/** Bytes that fit into one encoded word of 75 characters (RFC 2047, 2), whole characters only. */
const WORD_BYTES = 45;
const STEP = 8190;

/** Lines end with CR LF; all is ASCII. */
export function mailDraft({ to, subject, body, file }: MailDraft): Uint8Array {
  const boundary = `=_zhisheng_${file.bytes.length}_part`;
  const name = encodedWords(file.name);
  const lines = [
    ...(to === '' ? [] : [`To: ${addressHeader(to)}`]),
    `Subject: ${encodedWords(subject)}`,
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...folded(base64(new TextEncoder().encode(body.replaceAll(/\r?\n/g, '\r\n')))),
    `--${boundary}`,
    `Content-Type: ${XLSX};`,
    ` name="${name}"`,
    'Content-Transfer-Encoding: base64',
    'Content-Disposition: attachment;',
    ` filename*=UTF-8''${encodeURIComponent(file.name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`,
    '',
    ...folded(base64(file.bytes)),
    `--${boundary}--`,
    '',
  ];
  return new TextEncoder().encode(lines.join('\r\n'));
}

/** A name is encoded, the address in brackets is not. */
function addressHeader(to: string): string {
  const clean = to.replaceAll(/[\r\n]+/g, ' ').trim();
  const [, name = '', address = clean] = /^(.*?)\s*<([^<>]+)>$/.exec(clean) ?? [];
  return name === '' ? (isAscii(address) ? address : encodedWords(address)) : `${encodedWords(name)} <${address}>`;
}

const isAscii = (text: string): boolean => /^[\x20-\x7E]*$/.test(text);

/** As it is where it is ASCII; else words of base64, one a line. */
export function encodedWords(text: string): string {
  const clean = text.replaceAll(/[\r\n]+/g, ' ');
  if (isAscii(clean) && !clean.includes('=?')) return clean;
  const words: string[] = [];
  let word = '';
  for (const character of clean) {
    if (new TextEncoder().encode(word + character).length > WORD_BYTES) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  words.push(word);
  return words.map((one) => `=?UTF-8?B?${base64(new TextEncoder().encode(one))}?=`).join('\r\n ');
}

function base64(bytes: Uint8Array): string {
  let text = '';
  // A multiple of three, so that the pieces join without padding between.
  for (let at = 0; at < bytes.length; at += STEP) text += btoa(String.fromCharCode(...bytes.subarray(at, at + STEP)));
  return text;
}

function folded(text: string): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / LINE) }, (_, i) => text.slice(i * LINE, (i + 1) * LINE));
}
