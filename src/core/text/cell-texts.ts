/** Sentences about single cells and rows: the codes of `core/codec/problem.ts` and of `core/check/codes.ts`. */
import type { TextTable } from './message';

export const cellTexts = {
  'cell/required': {
    zh: ['“{column}”必填，现在是空白。', '填上内容；填法见本表开头的说明。'],
    en: ['"{column}" is required and is blank.', 'Fill it in; the note at the top of the sheet says how.'],
  },
  'cell/kind': {
    zh: ['“{column}”应填{kind}，现在是“{value}”。', '改成{kind}；不知道时留空，不要写说明文字。'],
    en: ['"{column}" takes {kind}, but holds "{value}".', 'Enter {kind}; leave it blank rather than write a remark.'],
  },
  'cell/error': {
    zh: ['“{column}”是公式错误 {value}，不能当作数据。', '修正引用的公式，或直接填写结果。'],
    en: ['"{column}" holds the formula error {value}, which is no data.', 'Correct the formula, or type the result.'],
  },
  'cell/choice': {
    zh: ['“{column}”的“{value}”不在可选的内容里。', '改选其中一项：{choices}。'],
    en: ['"{value}" is not one of the choices of "{column}".', 'Choose one of: {choices}.'],
  },
  'cell/range': {
    zh: ['“{column}”的 {value} {bound} {limit}。', '核对原始记录后改正；单位不对时先换算成表头写明的单位。'],
    en: ['{value} in "{column}" {bound} {limit}.', 'Check it against the record and correct it; convert it to the unit of the header if needed.'],
  },
  'cell/not-whole': {
    zh: ['“{column}”应为整数，现在是 {value}。', '改成整数；按重量等计量的数量请填在允许小数的列。'],
    en: ['"{column}" takes a whole number, but holds {value}.', 'Enter a whole number.'],
  },
  'cell/number-ambiguous': {
    zh: ['“{column}”的“{value}”有两种读法：逗号可能是小数点，也可能是千分位。', '去掉千分位，小数点用“.”重新填写。'],
    en: ['"{value}" in "{column}" can be read in two ways: the comma may mark decimals or thousands.', 'Write it without thousands separators and with a decimal point.'],
  },
  'cell/date-order': {
    zh: ['“{column}”的“{value}”分不清日和月：可能是 {dmy}，也可能是 {mdy}。', '按 2024-05-06 的写法重新填写；导入时可用 --date-order 说明顺序。'],
    en: ['"{value}" in "{column}" does not tell day from month: {dmy} or {mdy}.', 'Write it like 2024-05-06; on import, --date-order states the order.'],
  },
  'cell/date-order-contradiction': {
    zh: ['“{column}”这一列的日期是{order}，“{value}”按这个顺序不是日期。', '核对这一格，改成与整列相同的写法。'],
    en: ['The dates of "{column}" are {order}; "{value}" is no date in that order.', 'Check this cell and write it like the rest of the column.'],
  },
  'cell/year-short': {
    zh: ['“{column}”的“{value}”只有两位年份，不能断定是哪个世纪。', '写出四位年份，例如 2024-05-06。'],
    en: ['"{value}" in "{column}" has a two-digit year; the century is not guessed.', 'Write the year with four digits, for example 2024-05-06.'],
  },
  'cell/no-such-date': {
    zh: ['“{column}”的“{value}”不是日历上有的日期。', '核对后按 2024-05-06 的写法改正。'],
    en: ['"{value}" in "{column}" is not a day of the calendar.', 'Check it and write it like 2024-05-06.'],
  },
  'cell/code-lost': {
    zh: ['“{column}”的长编码被当成数字存为 {value}，末尾几位已经丢失，无法还原。', '把单元格设为文本格式，再照原始单据重新输入。'],
    en: ['The long code in "{column}" was stored as the number {value}; its last digits are gone for good.', 'Set the cell to text and type the code again from the document.'],
  },
  'cell/uscc': {
    zh: ['“{column}”的“{value}”不是有效的统一社会信用代码：{reason}。', '照营业执照核对后改正。'],
    en: ['"{value}" in "{column}" is not a valid unified social credit code: {reason}.', 'Compare it with the business licence.'],
  },
  'cell/industry': {
    zh: ['“{column}”的“{value}”不是 GB/T 4754—2017 的大类代码。', '填两位数字的大类代码（01 至 97），例如家具制造业填 21。'],
    en: ['"{value}" in "{column}" is not a division of GB/T 4754-2017.', 'Enter the two-digit division (01 to 97), for example 21 for furniture.'],
  },
  'cell/number-as-text': {
    zh: ['“{column}”的“{value}”是文本，不是数字，公式不会计入它。', '把单元格设为常规或数值格式，重新输入 {number}。'],
    en: ['"{value}" in "{column}" is text, not a number; formulas do not count it.', 'Set the cell to a number format and type {number} again.'],
  },
  'cell/date-as-text': {
    zh: ['“{column}”的“{value}”是文本，不是日期，公式不会计入它。', '把单元格设为日期格式，重新输入 {date}。'],
    en: ['"{value}" in "{column}" is text, not a date; formulas do not count it.', 'Set the cell to a date format and type {date} again.'],
  },
  'cell/date-as-number': {
    zh: ['“{column}”的 {value} 是一串数字，不是日期，公式不会计入它。', '把单元格设为日期格式，重新输入 {date}。'],
    en: ['{value} in "{column}" is a plain number, not a date; formulas do not count it.', 'Set the cell to a date format and type {date} again.'],
  },
  'cell/month-day': {
    zh: ['“{column}”应填月份，现在存的是 {value}，不是当月 1 日，与同一个月的其他行对不上。', '改成 {month}（显示为年-月）。'],
    en: ['"{column}" takes a month, but holds {value}, which is not its first day and matches no other row of the month.', 'Enter {month}.'],
  },
  'cell/text-as-number': {
    zh: ['“{column}”的 {value} 没有存成文本：前面的 0 会丢失，与存成文本的同一内容也不相等。', '把单元格设为文本格式后重新输入。'],
    en: ['{value} in "{column}" is not stored as text: leading zeros are lost, and it does not equal the same entry stored as text.', 'Set the cell to text and type it again.'],
  },
  'cell/spelling': {
    zh: ['“{column}”的“{value}”与下拉列表中的“{right}”写法不同，公式不会计入它。', '从下拉列表中选“{right}”。'],
    en: ['"{value}" in "{column}" is not written like "{right}" of the list; formulas do not count it.', 'Choose "{right}" from the list.'],
  },
  'cell/form': {
    zh: ['“{column}”的“{value}”内容有效，但写法不规范，公式查表时找不到它。', '改成：{right}。'],
    en: ['"{value}" in "{column}" is valid but not in its usual form; formulas do not find it in their tables.', 'Write it as: {right}.'],
  },
  'cell/full-width': {
    zh: ['“{column}”的“{value}”含全角字母、数字或空格，会被当成另一个名称或编码。', '改成半角：{right}。'],
    en: ['"{value}" in "{column}" has full-width letters, digits or blanks and counts as a different name.', 'Write it in half width: {right}.'],
  },
  'cell/space': {
    zh: ['“{column}”的“{value}”首尾有空格或含看不见的字符，会被当成另一个名称或编码。', '改成：{right}。'],
    en: ['"{value}" in "{column}" has blanks at its ends or invisible characters and counts as a different name.', 'Write it as: {right}.'],
  },
  'cell/blank-text': {
    zh: ['“{column}”看上去是空白，其实有空格，公式会把它当成已填写。', '选中单元格，按 Delete 键清空。'],
    en: ['"{column}" looks blank but holds blanks; formulas take it as filled.', 'Select the cell and press Delete.'],
  },
  'cell/length': {
    zh: ['“{column}”有 {length} 个字符，超过上限 {limit} 个，公式查找不了这么长的内容。', '删减到 {limit} 个字符以内，说明文字写到别的列。'],
    en: ['"{column}" has {length} characters; the limit is {limit}, beyond which formulas do not find it.', 'Shorten it to {limit} characters; put remarks into another column.'],
  },
  'row/order': {
    zh: ['“{column}”{value} 早于“{other}”{otherValue}，先后颠倒。', '对照原始记录，改正其中写错的一个。'],
    en: ['"{column}" {value} is before "{other}" {otherValue}.', 'Correct the wrong one from the record.'],
  },
  'row/quantity': {
    zh: ['填了“{other}”，没有填“{column}”，看不出是否足量，这一行不计入准时率和完成率。', '补上“{column}”；确实足量的，可以在导入时用列对应文件从订货或计划数量抄过来。'],
    en: ['"{other}" is filled and "{column}" is not: whether it was in full cannot be told, and the row counts in no rate.', 'Fill in "{column}"; where all came in full, let a map copy the ordered or planned quantity on import.'],
  },
  'row/exceeds': {
    zh: ['“{column}”{value} 大于“{other}”{otherValue}，同一行里不应如此。', '对照原始记录，改正其中写错的一个。'],
    en: ['"{column}" {value} is more than "{other}" {otherValue}, which cannot be within one row.', 'Correct the wrong one from the record.'],
  },
  'row/sum': {
    zh: ['“{column}”{value} 与“{parts}”的合计 {sum} 不相等，有的件数没有去向。', '对照检验记录，补上遗漏的数量或改正写错的一个。'],
    en: ['"{column}" {value} is not the sum {sum} of "{parts}": some pieces are not accounted for.', 'Add what is missing or correct the wrong one from the record.'],
  },
  'row/above-order': {
    zh: ['“{column}”{value} 比“{other}”{otherValue} 多 {over}，超过了通常允许的 {limit}。', '对照单据核对数量和单位；确实多交的，不用改。'],
    en: ['"{column}" {value} is {over} more than "{other}" {otherValue}; {limit} is what trade usually allows.', 'Compare quantity and unit with the document; leave it if so much really came.'],
  },
  'row/companion': {
    zh: ['“{other}”填了“{value}”，“{column}”却是空白；两项缺一，这一行在指标里会算错或不计入。', '对照原始记录补上“{column}”；“{other}”填错的，改正或清空。'],
    en: ['"{other}" says "{value}" but "{column}" is blank; with one of the two missing the row counts wrongly or not at all.', 'Fill in "{column}" from the record, or correct or clear "{other}".'],
  },
  'row/after-warranty': {
    zh: ['“{column}”{value} 晚于质保期满日 {end}（“{other}”{otherValue}），不是质保期内的故障，不计入故障率。', '核对发货日期、质保月数和故障日期；确实在期满后才发生的，不用改。'],
    en: ['"{column}" {value} is after the warranty ended on {end} ("{other}" {otherValue}); it is no failure within the warranty and does not count.', 'Check the three cells; leave it if the failure really came after the warranty.'],
  },
  'row/scale': {
    zh: ['“{column}”{value} 不在 {low}～{high} 的范围内，这份评分不计入满意度。', '对照问卷改正评分或满分；没有作答的题不要填 0，删去这一行。'],
    en: ['"{column}" {value} lies outside {low} to {high}; the answer does not count.', 'Correct score or full score from the questionnaire; delete the row of a question that was not answered.'],
  },
  'row/uniform': {
    zh: ['“{column}”写的是“{value}”，而第 {first} 行（{key}）写的是“{firstValue}”，同一对象前后不一，不能放在一起计算。', '核对后改成一致；确实不同的，用不同的名称区分。'],
    en: ['"{column}" is "{value}", but "{firstValue}" in row {first} ({key}); rows of one thing that differ cannot be computed together.', 'Make them agree, or give what really differs a name of its own.'],
  },
  'row/repeated': {
    zh: ['与第 {first} 行每一格都相同，可能粘贴了两次，两行都会计入。', '重复的删去一行；确实是两笔记录的，不用改。'],
    en: ['Every cell is the same as in row {first}: most likely pasted twice, and both rows count.', 'Delete one of them; leave them if they are two records.'],
  },
  'side/weights': {
    zh: ['题项权重合计是 {sum}，不等于 1，满意度无法计算。', '调整各题权重，使合计为 1；各题同样重要的，把权重表清空。'],
    en: ['The weights of the items add up to {sum}, not to 1; satisfaction cannot be computed.', 'Change them so that they add up to 1, or clear the table if all items weigh the same.'],
  },
  'side/item-twice': {
    zh: ['题项“{item}”在 {first} 已有权重，重复的权重会加在一起。', '删去多余的一行。'],
    en: ['The item "{item}" already has a weight in {first}; the two are added.', 'Delete one of the rows.'],
  },
  'row/duplicate': {
    zh: ['与第 {first} 行重复：{key}。两行都会计入指标。', '是同一笔记录的，删去一行；不是的，改正写错的编号。'],
    en: ['Same as row {first}: {key}. Both rows would count.', 'Delete one if they are the same record; otherwise correct the wrong number.'],
  },
  'row/overlap': {
    zh: ['与第 {first} 行的在职时间重叠：{key}。同一人会被数两次。', '给前一段填上离职日期，或改正入职日期。'],
    en: ['The time of employment overlaps with row {first}: {key}. The person would count twice.', 'Enter the leave date of the earlier row, or correct the join date.'],
  },
} as const satisfies TextTable;
