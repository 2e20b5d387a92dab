/** What verbs and options are for, for `--help`. */
import type { Language } from './cli';

type Both = readonly [zh: string, en: string];

const VERBS = {
  demo: ['用示例数据把整个过程走一遍：建工作簿、导入、检查、计算，告诉你文件在哪里', 'the whole job on sample data: workbook, import, check, measure; says where the files are'],
  new: ['生成一个工作簿', 'make a workbook'],
  import: ['把 CSV 或 xlsx 里的行导入工作簿的一张原始数据表', 'rows from CSV or xlsx into a raw-data sheet of a workbook'],
  check: ['检查工作簿里填的内容；有错误时退出码为 1', 'check what was entered; exit status 1 when there are errors'],
  measure: ['计算指标：提升前、提升后和变化', 'metrics: before, after, change'],
  plan: ['由诊断表和指标汇编附录E提升方案、实施进度和记录目录；人写的不动', 'assemble the improvement plan, its progress and the list of records; what people wrote stays'],
  case: ['把附录F提升案例写成 Word 文档', 'the case of annex F as a Word document'],
  review: ['审核：列出意见；提意见、转检查结果、答复、关闭', 'the review: list findings; add one, take over the check, answer, close'],
  share: ['生成可以发出去的副本', 'a copy fit to send'],
  compare: ['比较两个工作簿', 'compare two workbooks'],
  merge: ['合并两个人改过的工作簿', 'merge two edited copies'],
  seal: ['封存记录', 'seal the records'],
  verify: ['核对封存或归档之后有没有改动', 'verify sealed records, or an archive package'],
  archive: ['把封存的工作簿和附件归档成一个包（zip），附目录和摘要', 'the sealed workbook and evidence files as one package (zip) with an index and digests'],
  rollup: ['把许多工作簿汇总成一个', 'many workbooks into one summary'],
} as const satisfies Readonly<Record<string, Both>>;

const OPTIONS = {
  json: ['标准输出只写一份 JSON', 'one JSON document on standard output, nothing else there'],
  lang: ['说中文（zh）还是英文（en）', 'language: Chinese (zh) or English (en)'],
  by: ['谁做的，写入副本标识', 'who does it, for the stamp of the copy'],
  help: ['显示这份说明', 'show this help'],
  'new.out': ['写到哪个文件', 'file to write'],
  'demo.out': ['写到哪个文件夹，默认 ./out/demo', 'folder to write to, ./out/demo by default'],
  'new.profile': ['企业概况、期间和截止日（JSON）', 'enterprise, periods and as-of date (JSON)'],
  'new.sheets': ['要哪些表：all 全部（默认），starter 起步 5 张，或用逗号列出', 'which sheets: all (default), starter, or a list'],
  'new.replace': ['文件已存在时覆盖', 'overwrite the file if it exists'],
  'import.sheet': ['导入到哪张表，如 数据_销售交付', 'sheet to fill， such as 数据_销售交付'],
  'import.from': ['CSV（UTF-8、GB18030、UTF-16，任意分隔符）或 xlsx 文件', 'CSV (UTF-8, GB18030, UTF-16, any delimiter) or xlsx'],
  'import.from-sheet': ['xlsx 里的哪张表，默认第一张', 'sheet of the xlsx file, the first by default'],
  'import.map': ['列对应文件（JSON）', 'column map (JSON)'],
  'import.date-order': ['日期里日、月、年的顺序，看不出来时必须写', 'order of day, month and year, where the data cannot tell'],
  'import.replace': ['用新数据替换表里原有的行', 'put the new rows in place of those there'],
  'import.dry-run': ['只看不写：列怎么对应、多少行、哪些行会拒收', 'write nothing: show columns, counts and rejected rows'],
  'import.keep-copy': ['把导入前的工作簿另存一份（….备份.xlsx）', 'keep the workbook as it was beside it (….backup.xlsx)'],
  'check.report': ['把所有文件的检查结果写成一页报告（HTML，可打印、可发送）', 'write what was found in all files as one page (HTML, to print or send)'],
  'case.out': ['写到哪个 .docx 文件', 'the .docx file to write'],
  'case.draft': ['还不能报送也写，每页标明草稿', 'write it though it cannot be handed in yet, every page marked as a draft'],
  'case.replace': ['文件已存在时覆盖', 'overwrite the file if it exists'],
  'check.restore': ['恢复被粘贴或改动破坏的填写限制、格式和公式，逐项列出', 'put back cell rules, formats and formulas that pasting or editing destroyed; lists each'],
  'check.dry-run': ['与 --restore 同用：只列出要恢复什么，不写文件', 'with --restore: only list what would be put back'],
  'check.keep-copy': ['与 --restore 同用：把恢复前的工作簿另存一份', 'with --restore: keep the workbook as it was beside it'],
  'review.add': ['提一条意见，与 --sheet、--cell 同用', 'a new finding, with --sheet and --cell'],
  'review.sheet': ['意见说的是哪张表；与 --take 同用时只转这张表的', 'the sheet that it is about; with --take, that sheet alone'],
  'review.cell': ['哪一格，如 C12；说的是整张表时不写', 'the cell, such as C12; none for the whole sheet'],
  'review.level': ['级别：must 必须修改（默认），should 建议修改，note 提示', 'must be put right (the default), should, or note'],
  'review.clause': ['对应的条款', 'the clause'],
  'review.take': ['把检查发现的问题转为意见：error 只转错误，warning 连警告', 'take findings over from the check: errors alone, or warnings too'],
  'review.answer': ['答复第几条，与 --text 同用', 'answer these findings, with --text'],
  'review.text': ['答复的内容，或不采纳的理由', 'the answer, or why a finding is rejected'],
  'review.accept': ['第几条已采纳：意见成立，已经改好', 'these findings were right and are put right'],
  'review.reject': ['第几条不采纳，与 --text 同用写理由', 'these findings were not right, with --text saying why'],
  'review.reopen': ['第几条重新打开', 'open these findings again'],
  'review.sign': ['给哪个环节签字，如 7.4，与 --party、--by 同用', 'sign a step, such as 7.4, with --party and --by'],
  'review.unsign': ['取消哪个环节的签字，与 --party 同用', 'take out the signature of a step, with --party'],
  'review.party': ['哪一方签字：enterprise 企业（默认），agency 帮扶人员', 'who signs: the enterprise (the default) or the personnel of the agency'],
  'review.by': ['谁提、谁答复、谁关闭；写进审核记录', 'who finds, answers or closes; written into the sheet'],
  'review.keep-copy': ['把改之前的工作簿另存一份（….备份.xlsx）', 'keep the workbook as it was beside it (….backup.xlsx)'],
  'seal.keep-copy': ['把封存前的工作簿另存一份（….备份.xlsx）', 'keep the workbook as it was beside it (….backup.xlsx)'],
  'verify.digest': ['封存时记下的封存值，或归档时记下的归档值', 'the value that was noted when sealing or archiving'],
  'archive.out': ['写到哪个 .zip 文件', 'the .zip file to write'],
  'archive.by': ['谁归档', 'who archives'],
  'archive.replace': ['文件已存在时覆盖', 'overwrite the file if it exists'],
  'share.out': ['副本写到哪个文件', 'file of the copy'],
  'share.pseudonyms': ['人员、客户、供方换成化名，数字不变', 'replace names of staff, customers and suppliers; figures stay'],
  'share.key': ['化名对照表放在哪里，默认在原文件旁边（….化名对照.json）', 'where the list of names is kept, beside the file by default (….names.json)'],
  'share.mail': ['另写一份邮件草稿（.eml），副本作附件', 'also write a mail draft (.eml) with the copy attached'],
  'share.to': ['发给谁：姓名或“姓名 <地址>”', 'for whom: a name, or "name <address>"'],
  'share.replace': ['文件已存在时覆盖', 'overwrite files that exist'],
  'merge.key': ['化名对照表，用来把对方副本里的化名换回原名', 'list of names, to bring them back in the copy that has pseudonyms'],
  'merge.out': ['写到哪个文件；与本方同名就是在本方文件上合并', 'file to write; the name of mine merges in place'],
  'merge.base': ['两方开始时的工作簿；不写时用副本标识里保存的状态', 'the workbook that both began with; the state kept in the copies by default'],
  'merge.keep-copy': ['把被替换的文件另存一份（….备份.xlsx）', 'keep the file that is replaced beside it (….backup.xlsx)'],
  'merge.replace': ['文件已存在时覆盖', 'overwrite the file if it exists'],
  'merge.dry-run': ['只看不写：取来什么、有哪些冲突', 'write nothing: show what would be taken and the conflicts'],
  'compare.out': ['把差异写成一个工作簿', 'write the differences as a workbook'],
  'compare.replace': ['文件已存在时覆盖', 'overwrite the file if it exists'],
  'plan.out': ['写到另一个文件，原文件不动', 'write to another file and leave this one as it is'],
  'plan.dry-run': ['只看不写：列出会填什么、改什么，还有什么要由人决定', 'write nothing: list what would be filled or changed, and what is left to decide'],
  'plan.keep-copy': ['把汇编前的工作簿另存一份（….备份.xlsx）', 'keep the workbook as it was beside it (….backup.xlsx)'],
  'plan.renew': ['清空过的格也重新给出建议', 'propose anew for cells that were blanked'],
  'plan.accept': ['把建议认作正式内容：all 全部，或问题编号，用逗号分开', 'take proposals as your own: all, or numbers of problems, separated by commas'],
  'plan.take-up': ['把提示的指标列为附录D的问题，用逗号分开；原因由人诊断', 'enter offered metrics as problems of annex D, separated by commas; people find the causes'],
  'rollup.out': ['汇总表写到哪个 .xlsx 文件；事实写在它旁边（.facts.ndjson、.workbooks.parquet、.metrics.parquet）', 'the .xlsx file of the summary; facts go beside it (.facts.ndjson, .workbooks.parquet, .metrics.parquet)'],
  'rollup.workers': ['用几个线程，默认与处理器数相同；与 --redis 同用时可以是 0', 'threads, as many as processors by default; with --redis it may be 0'],
  'rollup.redis': ['经 Redis 把任务分给各台机器，如 redis://主机:6379；文件要在各台机器上同一位置', 'share the work through Redis, such as redis://host:6379; all machines must see the files in the same place'],
  'rollup.serve': ['不汇总，只为别处的汇总干活，直到 Ctrl+C', 'roll up nothing, work for others until Ctrl+C'],
  'rollup.fresh': ['不沿用上次的事实，每个文件都重读', 'read every file again, whatever is known of it'],
  'rollup.replace': ['汇总表已存在而旁边没有事实时覆盖它', 'overwrite a summary that has no facts beside it'],
  'import.all-or-nothing': ['只要有一行被拒收就一行也不写', 'write nothing if any row is rejected'],
} as const satisfies Readonly<Record<string, Both>>;

export type VerbName = keyof typeof VERBS;

export function verbHelp(language: Language, verb: VerbName): string {
  return VERBS[verb][language === 'zh' ? 0 : 1];
}

/** The option's purpose for a verb, or in general. '' when nothing is said about it. */
export function optionHelp(language: Language, verb: string, option: string): string {
  const table: Readonly<Record<string, Both | undefined>> = OPTIONS;
  return (table[`${verb}.${option}`] ?? table[option])?.[language === 'zh' ? 0 : 1] ?? '';
}
