/** Sentences about an import: codes of `core/import/codes.ts`. */
import type { TextTable } from './message';

export const importTexts = {
  'import/no-header': {
    zh: ['来源是空的，没有列名，也没有数据。', '确认导出的内容完整，文件和工作表没有选错。'],
    en: ['The source is empty: no header and no rows.', 'Make sure that the export is complete and that it is the right file and sheet.'],
  },
  'import/no-rows': {
    zh: ['来源只有列名，没有数据行。', '确认导出的内容完整，文件和工作表没有选错。'],
    en: ['The source has a header and no rows.', 'Make sure that the export is complete and that it is the right file and sheet.'],
  },
  'import/column-missing': {
    zh: ['必填列“{column}”在来源里没有对应的列。', '在 --map 文件的 columns 里写明来源列名，或在 constants 里给出固定值。'],
    en: ['The required column "{column}" has no column in the source.', 'Name its source under columns in a --map file, or give a value under constants.'],
  },
  'import/column-ambiguous': {
    zh: ['“{column}”对应到来源的不止一列：{sources}（{by}），没有擅自选用。', '在 --map 文件的 columns 里写明用哪一列。'],
    en: ['More than one source column fits "{column}": {sources} ({by}). None was taken.', 'Say which one under columns in a --map file.'],
  },
  'import/source-ambiguous': {
    zh: ['来源列“{source}”在对应文件里已用于别的列，“{column}”也要用它（{columns}），没有擅自重复使用。', '在 --map 文件的 columns 里给“{column}”也写明来源列。'],
    en: ['The map takes the source column "{source}" for another column, and "{column}" needs it too ({columns}). It was not used twice without being told.', 'Name the source of "{column}" under columns in the --map file as well.'],
  },
  'import/source-repeated': {
    zh: ['“{column}”的来源列“{source}”在来源里有 {count} 列，分不清该用哪一列。', '在来源文件里给它们改成不同的列名。'],
    en: ['{count} source columns are called "{source}"; which one "{column}" means is not clear.', 'Give them different names in the source.'],
  },
  'import/source-unused': {
    zh: ['来源列“{source}”没有用到。', '不需要时不用处理；需要时在 --map 文件的 columns 里写明它对应哪一列。'],
    en: ['The source column "{source}" was not used.', 'Nothing to do, unless it is needed: then name it under columns in a --map file.'],
  },
  'import/map-unknown-key': {
    zh: ['对应文件（--map）的 {path} 里有不认识的键“{key}”。', '只能用 columns、constants、choices、derive 及其规定的写法。'],
    en: ['The map (--map) has an unknown key "{key}" at {path}.', 'Use columns, constants, choices and derive only, as documented.'],
  },
  'import/map-shape': {
    zh: ['对应文件（--map）的 {path} 写法不对（{problem}）。', '照帮助里的例子改正。'],
    en: ['The map (--map) is wrong at {path}: {problem}.', 'Correct it after the example in the help.'],
  },
  'import/map-unknown-column': {
    zh: ['对应文件的 {part} 里写了“{name}”，这张表没有这一列。', '改成表头里的列名。'],
    en: ['The map names "{name}" under {part}; this sheet has no such column.', 'Use a header of the sheet.'],
  },
  'import/map-unknown-source': {
    zh: ['对应文件给“{column}”写的来源列“{source}”在来源里没有。', '核对来源的列名，大小写和空格不限。'],
    en: ['The map takes "{column}" from "{source}", which the source lacks.', 'Compare with the headers of the source; case and blanks do not matter.'],
  },
  'import/map-conflict': {
    zh: ['对应文件用不止一种办法填“{column}”：{parts}。', '只保留其中一种。'],
    en: ['The map fills "{column}" in more than one way: {parts}.', 'Keep one of them.'],
  },
  'import/map-value': {
    zh: ['对应文件给“{column}”的“{value}”不是这一列能填的内容。', '改成符合这一列要求的内容。'],
    en: ['The map gives "{column}" the value "{value}", which the column does not take.', 'Use a value that the column takes.'],
  },
  'import/map-kind': {
    zh: ['对应文件的 derive 里，“{column}”要复制“{copy}”，两列的类型或单位不同。', '复制同类型、同单位的列，或让“{column}”从来源列取值。'],
    en: ['Under derive in the map, "{column}" copies "{copy}", which is of another kind or unit.', 'Copy a column of the same kind and unit, or take "{column}" from the source.'],
  },
  'import/unit-converted': {
    zh: ['来源列“{source}”的单位是{from}，已换算成“{column}”的单位{to}。', '不用处理。'],
    en: ['The source column "{source}" is in {from}; it was converted to {to}, the unit of "{column}".', 'Nothing to do.'],
  },
  'import/unit-mismatch': {
    zh: ['来源列“{source}”的单位是{from}，不能换算成“{column}”的单位{to}。', '核对是不是选错了列；在来源里换算好再导入。'],
    en: ['The source column "{source}" is in {from}, which cannot become {to}, the unit of "{column}".', 'Check that it is the right column, and convert it in the source first.'],
  },
  'import/unit-assumed': {
    zh: ['来源列“{source}”没有写单位，按“{column}”的单位{to}读取。', '实际单位不同时，在来源的列名后写明单位（例如加“（元）”），再导入一次。'],
    en: ['The source column "{source}" names no unit; it was read in {to}, the unit of "{column}".', 'If it is another unit, write it after the header of the source, for example (元), and import again.'],
  },
  'import/map-circle': {
    zh: ['对应文件的 derive 里，“{column}”绕一圈又复制自己。', '去掉其中一条，让它从来源列取值。'],
    en: ['Under derive in the map, "{column}" ends up copying itself.', 'Remove one of the entries and take it from the source.'],
  },
  'import/date-order-ambiguous': {
    zh: ['“{column}”（来源列“{source}”）的 {count} 个日期都分不清日和月：例如第 {row} 行的“{value}”可能是 {dmy}，也可能是 {mdy}。', '用 --date-order dmy（日-月-年）或 mdy（月-日-年）说明顺序。'],
    en: ['None of the {count} dates of "{column}" (source "{source}") tells day from month: "{value}" in row {row} is {dmy} or {mdy}.', 'State the order with --date-order dmy or mdy.'],
  },
  'import/date-order-contradiction': {
    zh: ['“{column}”（来源列“{source}”）的日期写法不一致：第 {dmyRow} 行的“{dmyValue}”只能是日-月-年，第 {mdyRow} 行的“{mdyValue}”只能是月-日-年。', '在来源里统一日期写法后再导入。'],
    en: ['The dates of "{column}" (source "{source}") contradict each other: "{dmyValue}" in row {dmyRow} can only be day-month-year, "{mdyValue}" in row {mdyRow} only month-day-year.', 'Make the dates of the source uniform first.'],
  },
  'import/date-order-decided': {
    zh: ['“{column}”（来源列“{source}”）的日期按{order}读取，依据是第 {row} 行的“{value}”。', '与实际不符时，用 --date-order 改正。'],
    en: ['The dates of "{column}" (source "{source}") were read as {order}, which "{value}" in row {row} proves.', 'If that is wrong, state the order with --date-order.'],
  },
  'import/decimal-contradiction': {
    zh: ['“{column}”（来源列“{source}”）的小数点写法不一致：第 {pointRow} 行的“{pointValue}”只能以“.”为小数点，第 {commaRow} 行的“{commaValue}”只能以“,”为小数点。', '在来源里统一数字写法后再导入。'],
    en: ['The numbers of "{column}" (source "{source}") contradict each other: "{pointValue}" in row {pointRow} can only have a decimal point, "{commaValue}" in row {commaRow} only a decimal comma.', 'Make the numbers of the source uniform first.'],
  },
  'import/decimal-decided': {
    zh: ['“{column}”（来源列“{source}”）的逗号按小数点读取，依据是第 {row} 行的“{value}”。', '与实际不符时，在来源里改用“.”作小数点再导入。'],
    en: ['Commas in "{column}" (source "{source}") were read as decimal marks, which "{value}" in row {row} proves.', 'If that is wrong, write decimal points in the source and import again.'],
  },
  'import/duplicate-key': {
    zh: ['与表中第 {clash} 行重复：{key}，没有写入。', '要换掉表中已有的数据，用 --replace 重新导入整张表。'],
    en: ['Repeats row {clash} of the sheet: {key}. It was not written.', 'To replace the rows of the sheet, import all of them with --replace.'],
  },
  'import/duplicate-in-source': {
    zh: ['与来源第 {clash} 行重复：{key}，没有写入。', '在来源里删去多余的一行，或改正写错的编号。'],
    en: ['Repeats row {clash} of the source: {key}. It was not written.', 'Delete one of them in the source, or correct the wrong number.'],
  },
  'import/row-too-long': {
    zh: ['这一行有 {cells} 格，比列名的 {columns} 列多，内容很可能错位。', '检查这一行：含分隔符的内容要加英文双引号。'],
    en: ['The row has {cells} cells under {columns} columns; most likely it is shifted.', 'Look at the row: text that holds the separator needs double quotes.'],
  },
  'import/blank-rows': {
    zh: ['来源里有 {count} 个空行，已跳过。', '不用处理。'],
    en: ['{count} blank rows of the source were skipped.', 'Nothing to do.'],
  },
  'import/rejected-unlisted': {
    zh: ['共有 {count} 行没有写入，只列出前 {listed} 行。', '先改列出的几行，多半是同一个原因；改后再导入一次。'],
    en: ['{count} rows were not written; the first {listed} are listed.', 'Correct those listed, most likely they have one cause, and import again.'],
  },
  'import/sheet-full': {
    zh: ['表里放不下：还多出 {count} 行，一张表最多到第 {limit} 行；一行也没有写入。', '只导入两个期间内的数据，或先汇总再导入。'],
    en: ['The sheet is full: {count} rows would not fit, a sheet ends at row {limit}. Nothing was written.', 'Import the rows of the two periods only, or sum them up first.'],
  },
} as const satisfies TextTable;
