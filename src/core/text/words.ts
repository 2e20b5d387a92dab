/** Words for parameters that take a few known values, e.g. the kind of a column. */
import type { Language } from './cli';

type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const LISTS = {
  kind: {
    text: { zh: '文字', en: 'text' },
    code: { zh: '编码（按文本保存）', en: 'a code (kept as text)' },
    number: { zh: '数字', en: 'a number' },
    count: { zh: '不小于 0 的整数', en: 'a whole number, zero or more' },
    money: { zh: '金额（数字）', en: 'an amount (a number)' },
    date: { zh: '日期', en: 'a date' },
    datetime: { zh: '日期和时间', en: 'a date and time' },
    month: { zh: '月份', en: 'a month' },
    choice: { zh: '下拉列表中的一项', en: 'an entry of the list' },
    uscc: { zh: '统一社会信用代码', en: 'a unified social credit code' },
    industry: { zh: '国民经济行业大类代码', en: 'a division code of GB/T 4754' },
  },
  bound: {
    min: { zh: '小于下限', en: 'is below' },
    max: { zh: '大于上限', en: 'is above' },
  },
  order: {
    ymd: { zh: '年-月-日', en: 'year-month-day' },
    dmy: { zh: '日-月-年', en: 'day-month-year' },
    mdy: { zh: '月-日-年', en: 'month-day-year' },
  },
  by: {
    header: { zh: '列名相同', en: 'the same header' },
    synonym: { zh: '都是这一列的常见列名', en: 'usual names of this column' },
    fallback: { zh: '都是这一列的备用列名', en: 'second-choice names of this column' },
  },
  part: {
    columns: { zh: 'columns（列的对应）', en: 'columns' },
    constants: { zh: 'constants（固定值）', en: 'constants' },
    choices: { zh: 'choices（选项对照）', en: 'choices' },
    derive: { zh: 'derive（复制）', en: 'derive' },
  },
  reason: {
    length: { zh: '应为 18 位', en: 'it must have 18 characters' },
    alphabet: { zh: '含有不用于代码的字符（只用数字和大写字母，不用 I、O、S、V、Z）', en: 'it has characters that codes do not use (digits and capitals without I, O, S, V, Z)' },
    check: { zh: '最后一位校验码不对，其中至少有一位写错', en: 'the check character at its end does not match: at least one character is wrong' },
  },
  found: {
    empty: { zh: '空文件', en: 'an empty file' },
    text: { zh: '普通文本', en: 'plain text' },
    binary: { zh: '认不出的二进制文件', en: 'a binary file of an unknown kind' },
    zip: { zh: '压缩包', en: 'a zip archive' },
    gzip: { zh: '压缩包', en: 'a gzip archive' },
    xml: { zh: 'XML 文件', en: 'an XML file' },
    html: { zh: '网页（HTML）', en: 'a web page (HTML)' },
    pdf: { zh: 'PDF 文件', en: 'a PDF file' },
    ole: { zh: '旧的 Office 文件', en: 'an old Office file' },
    xls: { zh: '旧的 .xls 工作簿', en: 'an old .xls workbook' },
    xlsx: { zh: '.xlsx 工作簿', en: 'an .xlsx workbook' },
    docx: { zh: 'Word 文档', en: 'a Word document' },
    pptx: { zh: 'PowerPoint 演示文稿', en: 'a PowerPoint file' },
    opendocument: { zh: 'OpenDocument（.ods）表格', en: 'an OpenDocument (.ods) spreadsheet' },
  },
  path: {
    '': { zh: '文件开头', en: 'the top of the file' },
  },
  period: {
    baseline: { zh: '提升前', en: 'baseline' },
    current: { zh: '提升后', en: 'current' },
  },
} as const satisfies Readonly<Record<string, Words>>;

export type WordList = keyof typeof LISTS;

export function isWordList(name: string): name is WordList {
  return Object.hasOwn(LISTS, name);
}

/** The value itself where the list does not know it. */
export function wordOf(list: WordList, value: string, language: Language): string {
  const words: Words = LISTS[list];
  return words[value]?.[language] ?? value;
}
