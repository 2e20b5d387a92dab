/** Ways in which a file among workbooks is no workbook, or not the one that it should be. */
import { strToU8, unzipSync, zipSync } from 'fflate';

/** The last four can be read. */
export const BREAKS = ['truncated', 'empty-file', 'text', 'html', 'encrypted', 'old-format', 'other-zip', 'no-home', 'bad-xml', 'bad-bytes', 'blank-sheets', 'wrong-code', 'double', 'edited'] as const;

const CFB = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** A compound file whose directory names the stream. */
function compound(stream: string): Uint8Array {
  const bytes = new Uint8Array(4096);
  bytes.set(CFB);
  for (let i = 0; i < stream.length; i++) bytes[1024 + i * 2] = stream.charCodeAt(i);
  return bytes;
}

function rewritten(bytes: Uint8Array, change: (parts: Record<string, Uint8Array>) => void): Uint8Array {
  const parts = unzipSync(bytes);
  change(parts);
  return zipSync(parts, { level: 1 });
}

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** `''` and the faults that are typed into cells leave it as it is. */
export function breakBook(bytes: Uint8Array, fault: string, whole: Uint8Array): Uint8Array {
  switch (fault) {
    case 'truncated': return bytes.slice(0, bytes.length >> 1);
    case 'empty-file': return new Uint8Array();
    case 'text': return strToU8('订单号,数量\nA1,3\n');
    case 'html': return strToU8('<html><body><table><tr><td>1</td></tr></table></body></html>');
    case 'encrypted': return compound('EncryptedPackage');
    case 'old-format': return compound('Workbook');
    case 'other-zip': return zipSync({ 'readme.txt': strToU8('no workbook') });
    // The sheet that says whose workbook it is, under another name.
    case 'no-home': return rewritten(bytes, (parts) => { parts['xl/workbook.xml'] = strToU8(text(parts['xl/workbook.xml']).replace('name="首页"', 'name="Sheet1"')); });
    case 'bad-xml': return rewritten(bytes, (parts) => { const part = 'xl/worksheets/sheet1.xml'; parts[part] = strToU8(text(parts[part]).slice(0, 4000)); });
    case 'bad-bytes': {
      // In the packed bytes of a sheet that is read whatever is wanted; its name stands before them for the first time.
      const damaged = Buffer.from(bytes);
      const name = 'xl/worksheets/sheet1.xml';
      const start = damaged.indexOf(name) + name.length + 100;
      for (let i = 0; i < 1000; i++) damaged[start + i] = (i * 7) & 255;
      return new Uint8Array(damaged);
    }
    case 'blank-sheets': return rewritten(whole, (parts) => { for (const name of Object.keys(parts)) if (name.startsWith('xl/worksheets/sheet')) parts[name] = strToU8(text(parts[name]).replace(/<sheetData>.*<\/sheetData>/su, '<sheetData/>')); });
    default: return bytes;
  }
}
