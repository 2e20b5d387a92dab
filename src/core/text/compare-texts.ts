/** Sentences about two copies: what differs, and what a merge did. */
import type { Language } from './cli';
import { fill, type Params } from './message';

type Both = Readonly<Record<Language, string>>;

const TEXTS = {
  'compare/same': { zh: '{a} 和 {b}：没有差异。', en: '{a} and {b}: no difference.' },
  'compare/head': { zh: '{a} → {b}：填写 {entry} 处，行 {row} 处，公式 {formula} 处，填写限制 {rule} 处，结构 {structure} 处，格式 {format} 处，自己加的表 {ownSheet} 张。', en: '{a} -> {b}: {entry} entries, {row} in rows, {formula} formulas, {rule} cell rules, {structure} in structure, {format} formats, {ownSheet} sheets of people.' },
  'compare/other-workbook': { zh: '副本标识说明它们不是同一本工作簿的副本，只按内容比较。', en: 'The stamps say that these are copies of two different workbooks; only the contents are compared.' },
  'compare/only-content': { zh: '字体、颜色、列宽等外观不比较。', en: 'Fonts, colours and widths are not compared.' },
  'compare/more': { zh: '  ……另有 {count} 处没有列出；用 --json 或 --out 看全部。', en: '  ... {count} more are not listed; see all with --json or --out.' },
  'compare/written': { zh: '差异已写入：{file}', en: 'Differences written to {file}' },
  'compare/changed': { zh: '{before} → {after}', en: '{before} -> {after}' },
  'compare/row-added': { zh: '增加一行：{values}', en: 'row added: {values}' },
  'compare/row-removed': { zh: '删除一行：{values}', en: 'row removed: {values}' },
  'compare/duplicate': { zh: '同一个键有几行，两边不同：前者 {before} 行，后者 {after} 行', en: 'several rows have this key, and they differ: {before} in the first, {after} in the second' },
  'compare/sheet-added': { zh: '增加了这张表', en: 'the sheet was added' },
  'compare/sheet-removed': { zh: '删除了这张表', en: 'the sheet was removed' },
  'compare/own-added': { zh: '增加了自己的表', en: 'a sheet of people was added' },
  'compare/own-removed': { zh: '删除了自己的表', en: 'a sheet of people was removed' },
  'compare/own-changed': { zh: '自己的表有 {count} 格不同（{cells}）', en: '{count} cells of a sheet of people differ ({cells})' },
  'compare/side-a': { zh: '只在前者：', en: 'only in the first: ' },
  'compare/side-b': { zh: '只在后者：', en: 'only in the second: ' },
  'compare/blank': { zh: '（空）', en: '(blank)' },
  'compare/row': { zh: '“{row}”', en: '"{row}"' },
} as const satisfies Readonly<Record<string, Both>>;

export type CompareCode = keyof typeof TEXTS;

export function compareText(language: Language, code: CompareCode, params: Params = {}): string {
  return fill(TEXTS[code][language], params, language);
}

const KINDS = {
  entry: { zh: '填写', en: 'entry' },
  row: { zh: '行', en: 'row' },
  formula: { zh: '公式', en: 'formula' },
  rule: { zh: '填写限制', en: 'cell rule' },
  structure: { zh: '结构', en: 'structure' },
  format: { zh: '格式', en: 'format' },
  'own-sheet': { zh: '自己的表', en: 'own sheet' },
} as const satisfies Readonly<Record<string, Both>>;

export const differenceKind = (kind: keyof typeof KINDS, language: Language): string => KINDS[kind][language];

/** Words of the sheet of differences. */
export const COMPARE_SHEET = {
  name: { zh: '比较结果', en: 'Differences' },
  title: { zh: '两个工作簿的差异', en: 'Differences of two workbooks' },
  files: { zh: '前者：{a}；后者：{b}', en: 'First: {a}; second: {b}' },
  headers: {
    zh: ['序号', '类别', '表', '行', '项目', '前者的位置', '前者的内容', '后者的位置', '后者的内容', '说明'],
    en: ['No.', 'Kind', 'Sheet', 'Row', 'Item', 'Place in the first', 'First', 'Place in the second', 'Second', 'Remark'],
  },
} as const;
