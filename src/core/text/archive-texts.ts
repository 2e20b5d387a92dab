/** Sentences about archive packages: what is in one, and whether it is as it was made. */
import type { Language } from './cli';
import { fill, type Params } from './message';

type Both = Readonly<Record<Language, string>>;

const TEXTS = {
  'archive/done': { zh: '已归档：{out}（{size}），工作簿 1 份，附件 {count} 个。', en: 'Archived: {out} ({size}), the workbook and {count} evidence files.' },
  'archive/seal': { zh: '工作簿是第 {number} 次封存（{at}，{by}）的内容，没有改动。', en: 'The workbook is as it was at seal {number} ({at}, {by}).' },
  'archive/digest': { zh: '归档值：{digest}', en: 'Package value: {digest}' },
  'archive/note': { zh: '请把归档值记在别处（打印、邮件、记录目录），核对时用 --digest 给出；只有它能证明整个包没有被换过。不用本程序也能核对：解压后运行 sha256sum -c SHA256SUMS.txt。', en: 'Note the package value elsewhere (on paper, by mail) and give it with --digest when verifying: only that shows that the package as a whole was not replaced. It can be checked without this program too: unpack it and run sha256sum -c SHA256SUMS.txt.' },
  'archive/print': { zh: '要纸质或 PDF：打开包里的工作簿，打印或另存为 PDF，各表已设好纸张、页边和重复的表头。', en: 'For paper or PDF open the workbook in the package and print it: paper, margins and repeated headers are set in every sheet.' },
  'archive/unfiled': { zh: '记录目录里写了存放位置、包里没有同名文件的记录 {count} 条：{names}', en: '{count} records of 记录目录 name a place, but no file in the package has such a name: {names}' },
  'archive/passed': { zh: '文件夹里的 {count} 个系统文件没有放进去。', en: '{count} files of the system were left out.' },
  'archive/holds': { zh: '{file}：{count} 个文件都与归档（{at}，{by}）时一致。', en: '{file}: all {count} files are as they were archived ({at}, {by}).' },
  'archive/differs': { zh: '{file}：与归档（{at}，{by}）时相比有 {count} 处不同：', en: '{file}: {count} differences from what was archived ({at}, {by}):' },
  'archive/index-changed': { zh: '目录.json 或 SHA256SUMS.txt 被改动过，下面的核对结果不能作为依据', en: '目录.json or SHA256SUMS.txt was altered; what is found below proves nothing' },
  'archive/changed': { zh: '{path}：内容有改动', en: '{path}: the contents changed' },
  'archive/unreadable': { zh: '{path}：已损坏，读不出来', en: '{path}: damaged, it cannot be read' },
  'archive/missing': { zh: '{path}：归档时有，现在没有', en: '{path}: it is gone' },
  'archive/extra': { zh: '{path}：归档以后加进来的', en: '{path}: added since' },
  'archive/seal-holds': { zh: '包里的工作簿与第 {number} 次封存时一致。', en: 'The workbook in it is as it was at seal {number}.' },
  'archive/seal-changed': { zh: '包里的工作簿在第 {number} 次封存以后有 {count} 处改动：', en: '{count} changes in the workbook since seal {number}:' },
  'archive/seal-other': { zh: '包里的工作簿不是第 {number} 次封存的那一份，封存被换过。', en: 'The workbook in it is not the one of seal {number}: it was sealed anew.' },
  'archive/seal-broken': { zh: '包里的工作簿的封存记录被改动过。', en: 'The record of seals of the workbook in it was altered.' },
  'archive/seal-unread': { zh: '包里的工作簿打不开，没有核对封存。', en: 'The workbook in it cannot be opened, so its seal was not verified.' },
  'archive/noted': { zh: '给出的值与包里的一致。', en: 'The value given is that of the package.' },
  'archive/not-noted': { zh: '给出的值与包里的不一致：不是当时归档的那一份，或者目录被换过。', en: 'The value given is not that of the package: it is another one, or its index was replaced.' },
  'archive/proves': { zh: '只能说明包里的文件与归档时是否相同，不能说明是谁改的，也不能说明归档时的内容是真的；没有另记的归档值时，整个包被换掉是看不出来的。', en: 'It shows whether the files are those that were archived, not who changed them, nor that they were true. Without a package value noted elsewhere nobody can tell that the whole package was replaced.' },
} as const satisfies Readonly<Record<string, Both>>;

export type ArchiveCode = keyof typeof TEXTS;

export function archiveText(language: Language, code: ArchiveCode, params: Params = {}): string {
  return fill(TEXTS[code][language], params, language);
}

/** Words of 目录.xlsx. */
export const ARCHIVE_WORDS = {
  nobody: '未署名',
  kinds: { workbook: '工作簿', evidence: '附件', list: '目录' },
  files: {
    name: '归档文件', title: '归档文件目录',
    about: '{enterprise} 认证提升记录归档（7.8.3、7.8.4）。归档：{at}，{by}；工作簿是第 {number} 次封存的内容，封存值 {seal}。核对：zhisheng verify 归档包，或解压后运行 sha256sum -c SHA256SUMS.txt。',
    headers: ['序号', '文件', '类别', '大小', '摘要（SHA-256）'],
  },
  records: {
    name: '记录', title: '认证提升记录与归档文件',
    about: '取自工作簿的“记录目录”（7.8.2）。最后一列是包里与存放位置同名的文件；空的表示存放位置写的是别处，或者没有附上。',
    headers: ['序号', '记录', '条款', '形成人', '形成日期', '状态', '存放位置', '包里的文件'],
  },
} as const;
