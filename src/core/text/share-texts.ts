/** Sentences about a copy that is sent: what it would carry, and the mail that brings it. */
import type { Language } from './cli';
import { fill, type Params } from './message';

type Both = Readonly<Record<Language, string>>;

const TEXTS = {
  'share/errors': { zh: '检查还有 {count} 个错误（zhisheng check 查看）。', en: '{count} errors are open (see zhisheng check).' },
  'share/macros': { zh: '含有宏（VBA），收件方的邮箱可能拦下它。', en: 'It has macros (VBA); mail systems may hold it back.' },
  'share/external-links': { zh: '有 {count} 个到别的文件或网页的链接，收件方打不开，还会露出路径：{links}', en: '{count} links to other files or pages, which the receiver cannot open and which show your paths: {links}' },
  'share/program-links': { zh: '有 {count} 个会启动别的程序的链接（DDE、OLE）。', en: '{count} links that start other programs (DDE, OLE).' },
  'share/web-formulas': { zh: '有 {count} 个取网络内容的公式：{cells}', en: '{count} formulas that fetch from the web: {cells}' },
  'share/connections': { zh: '有到数据库、查询或网页的连接。', en: 'It has connections to databases, queries or pages.' },
  'share/comments': { zh: '有 {count} 条批注，作者：{authors}', en: '{count} comments, by: {authors}' },
  'share/personal': { zh: '文档属性里有姓名或单位：{values}', en: 'The document properties name people or firms: {values}' },
  'share/hidden-sheets': { zh: '有不是本程序的隐藏表：{sheets}', en: 'Hidden sheets that are not ours: {sheets}' },
  'share/embedded': { zh: '嵌入了 {count} 个文件：{files}', en: '{count} embedded files: {files}' },
  'share/pictures': { zh: '有 {count} 张图片，共 {size}。程序不缩小图片；需要时在 Excel 里选图片，用“压缩图片”。', en: '{count} pictures, {size}. The program does not shrink pictures; use Compress Pictures of Excel if needed.' },
  'share/large': { zh: '文件 {size}，超过许多邮箱的 20 MB 上限。', en: 'The file has {size}, more than the 20 MB that many mail systems take.' },
  'share/no-ancestor': { zh: '内容太大，副本里没有带上共同祖先；合并时请用 --base 给出现在这个文件。', en: 'The content is too large to travel inside the copy; give this file with --base when merging.' },
  'share/kept-names': { zh: '这些名称也是表格里的用词，只在整格等于它时换成化名：{names}', en: 'These names are also words of the forms; they were replaced only where a whole cell holds one: {names}' },
  'share/pictures-unseen': { zh: '图片和嵌入文件里的文字程序看不到，请自己看一遍。', en: 'Words inside pictures and embedded files cannot be seen by the program; look them over.' },
  'share/clean': { zh: '发送前检查：没有要留意的内容。', en: 'Before sending: nothing to note.' },
  'share/head': { zh: '发送前检查，请留意：', en: 'Before sending, note:' },
  'share/written': { zh: '副本已写入：{file}（{size}）', en: 'Copy written: {file} ({size})' },
  'share/pseudonyms': { zh: '{count} 个人员、客户和供方的名称已换成化名。对照表在 {key}，请留在自己这里，不要一起发出去；合并时用 --key 换回原名。', en: '{count} names of staff, customers and suppliers were replaced. The list is {key}: keep it, do not send it; merge with --key to bring the names back.' },
  'share/mail': { zh: '邮件草稿：{file}（双击用邮件程序打开，核对后再发）', en: 'Mail draft: {file} (opens in the mail program; check it before sending)' },
  'mail/subject': { zh: '{enterprise}质量管理体系认证提升工作簿', en: '{enterprise} quality management improvement workbook' },
  'mail/body': {
    zh: '您好：\n\n附件是{enterprise}的认证提升工作簿（{file}）。浅色格可以填写，其余由公式计算；请直接在附件里填写或修改，保存后把文件发回，这边会把您的改动合并进来，不会覆盖别人填的内容。\n\n请不要删除或改名工作表，需要加内容可以另加一张表。\n{pseudonyms}\n{by}\n',
    en: 'Hello,\n\nattached is the improvement workbook of {enterprise} ({file}). Tinted cells are to be filled, all others are computed; please write into the attachment, save it and send it back. Your changes will be merged without writing over what others entered.\n\nPlease do not delete or rename sheets; add a sheet where you need room.\n{pseudonyms}\n{by}\n',
  },
  'mail/pseudonyms': { zh: '\n人员、客户和供方的名称用的是化名，数字没有变。\n', en: '\nNames of staff, customers and suppliers are pseudonyms; the figures are unchanged.\n' },
} as const satisfies Readonly<Record<string, Both>>;

export type ShareCode = keyof typeof TEXTS;

export function shareText(language: Language, code: ShareCode, params: Params = {}): string {
  return fill(TEXTS[code][language], params, language);
}
