/** Sentences about seals: what was sealed, what changed since, and what that proves. */
import type { Language } from './cli';
import { fill, type Params } from './message';

type Both = Readonly<Record<Language, string>>;

const TEXTS = {
  'seal/done': { zh: '{file}：已作第 {number} 次封存（{at}），共 {count} 张表。', en: '{file}: seal {number} was made ({at}) over {count} sheets.' },
  'seal/digest': { zh: '封存值：{digest}', en: 'Seal value: {digest}' },
  'seal/note': { zh: '请把封存值记在别处（打印、邮件、记录目录），核对时用 --digest 给出。封存在文件里面，能改文件的人也能重新封存；只有记在别处的封存值能证明没有被换过。', en: 'Note the seal value elsewhere (on paper, by mail) and give it with --digest when verifying. The seal is inside the file: who can change the file can seal it again, and only the value noted elsewhere shows that nobody did.' },
  'seal/copy': { zh: '封存前的工作簿已另存为：{file}', en: 'The workbook as it was: {file}' },
  'seal/not-kept': { zh: '内容太大，没有保存封存时的各格；核对时只能说出哪张表有改动。', en: 'The content is too large to be kept: verifying can name the sheets that changed, not the cells.' },
  'verify/same': { zh: '{file}：与第 {number} 次封存（{at}，{by}）时一致，没有改动。', en: '{file}: as it was at seal {number} ({at}, {by}); nothing changed.' },
  'verify/changed': { zh: '{file}：第 {number} 次封存（{at}，{by}）以后有 {count} 处改动：', en: '{file}: {count} changes since seal {number} ({at}, {by}):' },
  'verify/broken': { zh: '{file}：第 {number} 次封存的记录被改动过，或者与前一次接不上，它之后的核对结果不能作为依据。', en: '{file}: the record of seal {number} was altered or does not follow the one before; what is found after it proves nothing.' },
  'verify/noted': { zh: '给出的封存值与文件里的一致。', en: 'The seal value given is that of a seal in the file.' },
  'verify/not-noted': { zh: '给出的封存值不在文件里：文件不是当时封存的那一份，或者封存被换过。', en: 'The seal value given is not in the file: it is another file, or it was sealed anew.' },
  'verify/proves': { zh: '核对的是填写的内容和公式本身，不包括字体、颜色等外观；只能说明内容有没有变，不能说明是谁改的，也不能说明封存时的内容是真的。', en: 'What is compared are entries and formulas, not fonts and colours. It shows whether the contents changed, not who changed them, nor that they were true when sealed.' },
  'verify/sheet-added': { zh: '{sheet}：封存以后加的表', en: '{sheet}: added since' },
  'verify/sheet-removed': { zh: '{sheet}：封存时有，现在没有这张表', en: '{sheet}: the sheet is gone' },
  'verify/sheet-changed': { zh: '{sheet}：内容有改动', en: '{sheet}: the contents changed' },
  'verify/cell': { zh: '{sheet} {cell}：原来“{before}”，现在“{after}”', en: '{sheet} {cell}: was "{before}", is "{after}"' },
  'verify/more': { zh: '  ……另有 {count} 处没有列出；用 --json 看全部。', en: '  ... {count} more are not listed; see all with --json.' },
  'seal/nobody': { zh: '未署名', en: 'unsigned' },
} as const satisfies Readonly<Record<string, Both>>;

export type SealCode = keyof typeof TEXTS;

export function sealText(language: Language, code: SealCode, params: Params = {}): string {
  return fill(TEXTS[code][language], params, language);
}
