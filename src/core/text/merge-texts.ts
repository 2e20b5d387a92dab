/** Sentences about a merge: what came from where, and what both sides changed differently. */
import type { Language } from './cli';
import { fill, type Params } from './message';

type Both = Readonly<Record<Language, string>>;

const TEXTS = {
  'merge/ancestor-stamp': { zh: '共同祖先：副本标识里保存的状态（{at}）。', en: 'Common ancestor: the state kept in the copies ({at}).' },
  'merge/ancestor-base': { zh: '共同祖先：{base}', en: 'Common ancestor: {base}' },
  'merge/two-way': { zh: '没有找到共同祖先，只能两方比较：只有一方有的内容都保留，两方不同的都列为冲突。请核对有没有一方本来已经删除的行。', en: 'No common ancestor was found, so two states are compared: what only one side has is kept, what differs is listed as a conflict. Check for rows that one side had deleted.' },
  'merge/ancestor-damaged': { zh: '副本里保存的共同祖先读不出来，可能被改动过。', en: 'The common ancestor kept in the copies cannot be read; it may have been altered.' },
  'merge/hand-copy': { zh: '两份文件是同一副本手工复制出来的（不是用 share 另发的）：共同祖先是这份副本发出时的状态。复制以前才加的行，如果后来一方删除了，结果里会留下，请核对。', en: 'Both files are one copy, made two by hand (not with share): their ancestor is the state in which that copy was sent. Rows that were added before it was copied and that one side deleted since are kept; check them.' },
  'merge/hand-copy-lacking': { zh: '对方的文件里没有 {of} 那份副本已经合并过的 {lacking} 处改动，看来是同一副本手工复制出来的另一份：改用更早的共同祖先，这些改动保留。如果是对方有意改了回去，请用 --base 给出上次合并后的工作簿再合并一次。', en: 'Theirs lacks {lacking} changes that were merged from that copy before ({of}); it seems to be another copy made by hand. An earlier ancestor is used and those changes are kept. If theirs undid them on purpose, merge again with --base and the workbook as it was merged last.' },
  'merge/broken-signatures': { zh: '合并以后，这些签字之后的内容有改动，签字不再成立，请核对后重新签字：', en: 'These signatures do not stand over the merged contents; check what changed and sign again:' },
  'merge/broken-signature': { zh: '{stage} {name}（{party}，{by}，{date}）：{cells}', en: '{stage} {name} ({party}, {by}, {date}): {cells}' },
  'merge/sheets-taken': { zh: '对方自己加的或改过的表，内容和公式已作为新表取来（图表、图片、格式没有取来）：', en: 'Sheets that theirs added or changed came in as new sheets with their contents and formulas (not charts, pictures and looks):' },
  'merge/sheet-taken': { zh: '{sheet} → {as}', en: '{sheet} -> {as}' },
  'merge/sheet-values': { zh: '{sheet} → {as}；{count} 格的公式引用本方没有的东西或者外部内容，只取了结果：{cells}', en: '{sheet} -> {as}; {count} formulas refer to what mine lacks or to something outside, only their results came in: {cells}' },
  'merge/counts': { zh: '从对方取来 {taken} 处改动，保留本方 {kept} 处改动，冲突 {conflicts} 处。', en: '{taken} changes taken from theirs, {kept} changes of mine kept, {conflicts} conflicts.' },
  'merge/nothing': { zh: '对方没有本方所没有的改动。', en: 'Theirs has no change that mine lacks.' },
  'merge/conflicts': { zh: '冲突（结果里是本方的内容，两方的都列在“{sheet}”里）：', en: 'Conflicts (the result holds mine; both are listed on "{sheet}"):' },
  'merge/conflicts-preview': { zh: '冲突（正式合并时两方的内容都会列在“{sheet}”里）：', en: 'Conflicts (both will be listed on "{sheet}"):' },
  'merge/duplicates': { zh: '键重复或两方写得一样的行，请核对是不是同一行：', en: 'Rows that share a key, or that both typed alike; check whether they are one:' },
  'merge/not-taken': { zh: '对方的这些改动不是填写的内容，没有取来：', en: 'These changes of theirs are no entries and were not taken:' },
  'merge/own-sheets': { zh: '对方自己加的或改过的表太大，没有取来，需要时请自己复制：{sheets}', en: 'Sheets that theirs added or changed are too large and were not taken; copy them if you need them: {sheets}' },
  'merge/left': { zh: '本方有 {count} 格的公式已被人改过，没有随合并更新：{cells}', en: '{count} formulas of mine had been changed by people and were not updated: {cells}' },
  'merge/written': { zh: '已写入：{file}', en: 'Written: {file}' },
  'merge/copy': { zh: '合并前的工作簿已另存为：{file}', en: 'The workbook as it was: {file}' },
  'merge/dry-run': { zh: '试运行：没有写入任何文件。', en: 'Dry run: nothing was written.' },
  'merge/not-kept': { zh: '内容太大，副本里没有保存这次合并的状态；下次合并请用 --base 给出共同祖先。', en: 'The content is too large to be kept in the copy; give the common ancestor with --base next time.' },
  'merge/more': { zh: '  ……另有 {count} 处没有列出；用 --json 看全部。', en: '  ... {count} more are not listed; see all with --json.' },
  'conflict/value': { zh: '本方“{mine}”，对方“{theirs}”，原来“{base}”', en: 'mine "{mine}", theirs "{theirs}", before "{base}"' },
  'conflict/removed-by-theirs': { zh: '对方删除了这一行，本方改过它；结果里保留了这一行', en: 'theirs removed the row, mine changed it; the row is kept' },
  'conflict/removed-by-mine': { zh: '本方删除了这一行，对方改过它；结果里加回了这一行', en: 'mine removed the row, theirs changed it; the row is put back' },
  'conflict/duplicate': { zh: '几行的键相同，两方改得不同：本方 {mine} 行，对方 {theirs} 行；结果里是本方的', en: 'several rows share this key and both changed them: {mine} in mine, {theirs} in theirs; the result holds mine' },
  'conflict/no-room': { zh: '表里没有空行放对方的这一行', en: 'the form has no room for this row of theirs' },
  'conflict/sheet-missing': { zh: '本方删除了这张表，对方在里面改了 {changes} 处；没有取来', en: 'mine lacks the sheet, theirs changed {changes} things in it; they were not taken' },
  'conflict/sheet-unread-mine': { zh: '本方这张表的表头不完整或重复，没有合并；先把表头改回来', en: 'the header of mine is incomplete or doubled, so the sheet was not merged; restore the header first' },
  'conflict/sheet-unread-theirs': { zh: '对方这张表的表头不完整或重复，没有合并；请对方把表头改回来', en: 'the header of theirs is incomplete or doubled, so the sheet was not merged; restore the header there first' },
  'conflict/column-missing': { zh: '本方没有这一列，对方的 {changes} 格没有取来', en: 'mine lacks the column, {changes} cells of theirs were not taken' },
} as const satisfies Readonly<Record<string, Both>>;

export type MergeCode = keyof typeof TEXTS;

export function mergeText(language: Language, code: MergeCode, params: Params = {}): string {
  return fill(TEXTS[code][language], params, language);
}

/** Words of the sheets that a merge writes. */
export const CONFLICT_SHEET = {
  name: '合并冲突',
  title: '合并冲突',
  about: '两方都改过、改得不一样的内容。左边点表名可跳到那一格；现在写的是本方的内容，要改用对方的请直接改那一格，处理完在最后一列写明。本方：{mine}；对方：{theirs}；{at}',
  headers: ['序号', '表', '位置', '行', '项目', '原来的内容', '本方的内容', '对方的内容', '说明', '处理结果'],
} as const;

export const ORIGIN_SHEET = {
  name: '合并来源',
  title: '合并来源',
  about: '最近一次合并时从对方取来的改动；公式、规则、结构的改动不是填写的内容，没有取来，列在最后。本方：{mine}；对方：{theirs}；{at}',
  headers: ['序号', '表', '行', '项目', '改动', '合并前', '合并后'],
  changes: { entry: '填写', 'row-added': '增加一行', 'row-removed': '删除一行', 'row-changed': '修改' },
  notTaken: '没有取来',
} as const;
