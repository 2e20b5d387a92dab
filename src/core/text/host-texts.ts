/** Sentences about files that cannot be read or written: codes of `HostError`. */
import type { TextTable } from './message';

export const hostTexts = {
  'xlsx/encrypted': {
    zh: ['文件有打开密码，读不出来。', '在 Excel 或 WPS 里去掉打开密码，另存后再用。'],
    en: ['The file is protected by a password and cannot be read.', 'Remove the password in Excel or WPS and save it again.'],
  },
  'xlsx/old-format': {
    zh: ['文件是旧的 .xls 格式，不能读取。', '在 Excel 或 WPS 里打开，另存为 .xlsx。'],
    en: ['The file has the old .xls format.', 'Open it in Excel or WPS and save it as .xlsx.'],
  },
  'xlsx/binary': {
    zh: ['文件是 .xlsb 格式，不能读取。', '在 Excel 里打开，另存为 .xlsx。'],
    en: ['The file has the binary .xlsb format.', 'Open it in Excel and save it as .xlsx.'],
  },
  'xlsx/csv': {
    zh: ['文件是文本（CSV），不是 .xlsx 工作簿。', '要导入数据，用 zhisheng import 的 --from 指向它。'],
    en: ['The file is text (CSV), not an .xlsx workbook.', 'To import it, name it after --from of zhisheng import.'],
  },
  'xlsx/html': {
    zh: ['文件其实是网页（HTML），只是扩展名像工作簿；有的软件就这样导出。', '在 Excel 或 WPS 里打开，另存为 .xlsx。'],
    en: ['The file is a web page (HTML) under the name of a workbook, as some programs export it.', 'Open it in Excel or WPS and save it as .xlsx.'],
  },
  'xlsx/not-a-workbook': {
    zh: ['文件不是 .xlsx 工作簿，而是{found}。', '确认文件没有选错，也没有只改了扩展名；别的表格格式先另存为 .xlsx。'],
    en: ['The file is not an .xlsx workbook but {found}.', 'Make sure that it is the right file and was not merely renamed; save other spreadsheets as .xlsx first.'],
  },
  'xlsx/damaged': {
    zh: ['工作簿已损坏，读到 {part} 时出错。', '用 Excel 的“打开并修复”打开后另存，或从备份中恢复。'],
    en: ['The workbook is damaged at {part}.', 'Use "Open and Repair" of Excel and save it, or take a copy from before.'],
  },
  'xlsx/too-large': {
    zh: ['工作簿太大，超出程序能安全读取的范围（{part}：{size}，上限 {limit}）。', '删去无关的表和图片，或把数据分成几个文件。'],
    en: ['The workbook is larger than can be read safely ({part}: {size}, limit {limit}).', 'Remove sheets and pictures that do not belong to it, or split the data.'],
  },
  'xlsx/sheet-missing': {
    zh: ['工作簿里没有名为“{sheet}”的表。', '核对表名；表被改名的，把名字改回来。'],
    en: ['The workbook has no sheet "{sheet}".', 'Compare the name; if the sheet was renamed, rename it back.'],
  },
  'xlsx/text-too-long': {
    zh: ['“{sheet}”{cell} 的文字有 {length} 个字符，超过单元格的上限 {limit} 个；文件没有写，原来的内容没有变。', '把这段文字缩短或分成几格。'],
    en: ['The text of {cell} on "{sheet}" has {length} characters, more than the {limit} of a cell; the file was not written and what was there is intact.', 'Shorten it or split it.'],
  },
  'xlsx/not-finite': {
    zh: ['“{sheet}”{cell} 的数值不是有限的数，写不进单元格；文件没有写，原来的内容没有变。', '检查这一格的来源数据。'],
    en: ['The number of {cell} on "{sheet}" is not finite and cannot be stored; the file was not written and what was there is intact.', 'Check the data that it comes from.'],
  },
  'xlsx/too-many-rows': {
    zh: ['“{sheet}”有 {rows} 行，超过一张表的上限 {limit} 行；文件没有写，原来的内容没有变。', '只保留两个期间内的数据，或先汇总。'],
    en: ['"{sheet}" has {rows} rows, more than the {limit} of a sheet; the file was not written and what was there is intact.', 'Keep the rows of the two periods only, or sum them up.'],
  },
  'xlsx/sheet-exists': {
    zh: ['工作簿里已有名为“{sheet}”的表，没有写入，原来的内容没有变。', '给那张表改名后再试。'],
    en: ['The workbook has a sheet "{sheet}" already; nothing was written and what was there is intact.', 'Rename that sheet and try again.'],
  },
  'xlsx/last-sheet': {
    zh: ['“{sheet}”是工作簿里最后一张可见的表，不能删去；文件没有写，原来的内容没有变。', '先显示或添加另一张表。'],
    en: ['"{sheet}" is the last visible sheet and cannot be removed; nothing was written and what was there is intact.', 'Show or add another sheet first.'],
  },
  'xlsx/cell-merged': {
    zh: ['“{sheet}”的 {cell} 被并进了合并单元格 {range}，写不进去；文件没有写，原来的内容没有变。', '在 Excel 或 WPS 里取消这处合并后再试。'],
    en: ['{cell} on "{sheet}" lies inside the merged cells {range} and cannot be written; nothing was written and what was there is intact.', 'Unmerge them in Excel or WPS and try again.'],
  },
  'xlsx/cell-in-array': {
    zh: ['“{sheet}”的 {cell} 属于数组公式 {range}，不能单独改；文件没有写，原来的内容没有变。', '在 Excel 或 WPS 里清除这处数组公式后再试。'],
    en: ['{cell} on "{sheet}" is part of the array formula in {range} and cannot be changed alone; nothing was written and what was there is intact.', 'Clear that array formula in Excel or WPS and try again.'],
  },
  'xlsx/formula-too-long': {
    zh: ['“{sheet}”{cell} 的公式有 {length} 个字符，超过上限 {limit} 个；文件没有写，原来的内容没有变。', '把公式拆成几格。'],
    en: ['The formula of {cell} on "{sheet}" has {length} characters, more than the {limit} allowed; nothing was written and what was there is intact.', 'Split it over several cells.'],
  },
  'xlsx/name-invalid': {
    zh: ['“{name}”不能用作名称，文件没有写，原来的内容没有变。', '换一个以文字开头、不像单元格地址的名称。'],
    en: ['"{name}" cannot be a defined name; nothing was written and what was there is intact.', 'Use one that begins with a letter and does not look like a cell.'],
  },
  'xlsx/signed': {
    zh: ['工作簿带有数字签名，任何改动都会让签名失效，所以没有写入，原来的内容没有变。', '在 Excel 里去掉签名后再试，事后重新签名。'],
    en: ['The workbook is digitally signed and any change would break the signature; nothing was written and what was there is intact.', 'Remove the signature in Excel, try again, and sign it anew.'],
  },
  'xlsx/no-list': {
    zh: ['“{sheet}”第 {row} 行没有表头，不知道行该写到哪里；文件没有写，原来的内容没有变。', '把表头改回来后再试。'],
    en: ['Row {row} of "{sheet}" holds no header, so that the place of the rows is unknown; nothing was written and what was there is intact.', 'Put the header back and try again.'],
  },
  'xlsx/rows-below': {
    zh: ['“{sheet}”的数据行下面，从 {cell} 起还有别的内容，新行会盖住它；文件没有写，原来的内容没有变。', '把那些内容移到数据行的右边或另一张表，再试。'],
    en: ['Something else stands below the rows of "{sheet}", from {cell} on, and new rows would cover it; nothing was written and what was there is intact.', 'Move it beside the rows or to another sheet, and try again.'],
  },
  'excel/editing-cell': {
    zh: ['Excel 里还有一格正在编辑，这时不能读写；没有改动。', '在 Excel 里按 Enter 结束编辑，再试。'],
    en: ['A cell is being edited in Excel, which cannot be read or written meanwhile; nothing was changed.', 'Press Enter in Excel and try again.'],
  },
  'excel/protected': {
    zh: ['“{sheet}”受保护（有密码），写不进去；没有改动。', '在 Excel 的“审阅”里撤消工作表保护后再试。'],
    en: ['"{sheet}" is protected by a password and cannot be written; nothing was changed.', 'Unprotect the sheet under Review in Excel and try again.'],
  },
  'excel/read-only': {
    zh: ['工作簿是以只读方式打开的，写不进去；没有改动。', '点“启用编辑”，或另存一份后在那一份里做。'],
    en: ['The workbook is open for reading only; nothing was changed.', 'Choose Enable Editing, or save a copy and work in that.'],
  },
  'excel/too-much': {
    zh: ['“{sheet}”的内容太大，Excel 一次传不过来。', '删去这张表里超长的文字；仍不行的，保存后用浏览器页面打开。'],
    en: ['"{sheet}" holds more than Excel hands over at once.', 'Shorten its longest texts; if that does not help, save the workbook and open it in the browser page.'],
  },
  'excel/sheet-gone': {
    zh: ['做到一半，“{sheet}”里要用的表、表格或区域被删除或改名了；已写的内容已撤回。', '核对表名，再做一次。'],
    en: ['Something of "{sheet}" that was needed was deleted or renamed meanwhile; what had been written was taken back.', 'Compare the names and do it again.'],
  },
  'excel/sheet-hidden': {
    zh: ['“{sheet}”是隐藏的，没有转过去。', '在 Excel 的工作表标签上点右键，选“取消隐藏”。'],
    en: ['"{sheet}" is hidden and was not gone to.', 'Right-click a sheet tab in Excel and choose Unhide.'],
  },
  'excel/no-office': {
    zh: ['连接 Excel 的组件（office.js）没有加载成功，工作簿没有变。', '检查网络，再打开一次窗格；或保存后用浏览器页面打开这本工作簿。'],
    en: ['What connects to Excel (office.js) could not be loaded; the workbook is as it was.', 'Check the network and open the pane again, or save the workbook and open it in the browser page.'],
  },
  'excel/not-in-excel': {
    zh: ['这一页不在 Excel 里，读不到工作簿。', '在 Excel 的“开始”选项卡里点“打开质升”。'],
    en: ['This page is not inside Excel and reaches no workbook.', 'Choose Open Zhisheng on the Home tab of Excel.'],
  },
  'excel/other-workbook': {
    zh: ['Excel 当前显示的是另一本工作簿，没有改动。', '切换回这本工作簿，再试。'],
    en: ['Another workbook is active in Excel; nothing was changed.', 'Switch back to this one and try again.'],
  },
  'excel/busy': {
    zh: ['Excel 正忙（可能有对话框开着），没有改动。', '关闭 Excel 里的对话框，稍等再试。'],
    en: ['Excel is busy, perhaps with a dialog open; nothing was changed.', 'Close the dialog, wait a moment and try again.'],
  },
  'excel/stopped': {
    zh: ['Excel 中止了这一步，已写的内容已撤回。', '再做一次。'],
    en: ['Excel gave up this step; what had been written was taken back.', 'Do it again.'],
  },
  'excel/too-old': {
    zh: ['这个版本的 Excel 做不了这一步（需要 {code}），没有改动。', '更新 Excel，或保存后用浏览器页面打开这本工作簿。'],
    en: ['This version of Excel cannot do that (it needs {code}); nothing was changed.', 'Update Excel, or save the workbook and open it in the browser page.'],
  },
  'excel/half-done': {
    zh: ['Excel 中途不再应答，“{sheet}”只改了一部分，还没能退回；怎样退回已记在工作簿里，其余没有变。', '关闭 Excel 里的对话框，再做一次任何一步，或重新打开窗格：会先退回到修改之前。'],
    en: ['Excel stopped answering half-way; "{sheet}" is changed in part and is not put back yet. How to do so is kept in the workbook; everything else is intact.', 'Close the dialogs of Excel and do anything again, or open the pane again: it is put back first.'],
  },
  'excel/failed': {
    zh: ['Excel 没有做成这一步（{code}），已写的内容已撤回。', '再试一次；仍不行的，保存后用浏览器页面打开这本工作簿。'],
    en: ['Excel did not carry that out ({code}); what had been written was taken back.', 'Try again; if it fails again, save the workbook and open it in the browser page.'],
  },
  'csv/not-text': {
    zh: ['数据文件不是文本（CSV），而是{found}。', '导出为 CSV 或 .xlsx 后再导入。'],
    en: ['The data file is not text (CSV) but {found}.', 'Export it as CSV or .xlsx and import that.'],
  },
  'csv/encoding': {
    zh: ['数据文件的文字编码认不出来（试过 {tried}）。', '在导出时选 UTF-8，或用记事本另存为 UTF-8。'],
    en: ['The encoding of the data file is unknown (tried {tried}).', 'Choose UTF-8 when exporting, or save it as UTF-8 in an editor.'],
  },
  'csv/unclosed-quote': {
    zh: ['数据文件第 {row} 行的英文双引号没有配对，后面的内容分不清属于哪一行。', '在第 {row} 行补上或去掉双引号，或重新导出。'],
    en: ['A double quote opens in row {row} of the data file and never closes, so that the rows after it cannot be told apart.', 'Close or remove the quote in row {row}, or export again.'],
  },
  'csv/bad-quote': {
    zh: ['数据文件第 {row} 行的英文双引号位置不对，分不清各列。', '把内容里的双引号写成两个，或重新导出。'],
    en: ['A double quote in row {row} of the data file is out of place; its columns cannot be told apart.', 'Double the quotes inside text, or export again.'],
  },
  'file/missing': {
    zh: ['没有找到文件“{path}”。', '核对路径和文件名。'],
    en: ['There is no file "{path}".', 'Check the path and the name.'],
  },
  'file/unreadable': {
    zh: ['文件“{path}”读不出来，可能没有权限，或被别的程序占用。', '在别的程序里关闭它，确认有读取权限后再试。'],
    en: ['The file "{path}" cannot be read: no permission, or another program holds it.', 'Close it elsewhere, make sure that you may read it, and try again.'],
  },
  'file/is-directory': {
    zh: ['“{path}”是文件夹，不是文件。', '写到文件名为止。'],
    en: ['"{path}" is a folder, not a file.', 'Name the file in it.'],
  },
  'file/unwritable': {
    zh: ['文件“{path}”写不进去，原来的内容没有变。可能没有权限，或正在 Excel、WPS 里打开。', '在别的程序里关闭它，确认有写入权限，或换一个位置。'],
    en: ['The file "{path}" cannot be written; what was there is intact. No permission, or it is open in Excel or WPS.', 'Close it elsewhere, make sure that you may write there, or choose another place.'],
  },
  'picture/no-chinese-font': {
    zh: ['这台电脑上没有中文字体，图表里的字画不出来，图片没有生成。', '装一种中文字体（如思源黑体 Noto Sans CJK），再做一次。'],
    en: ['This machine has no font with Chinese characters, so that the words of the charts cannot be drawn; no picture was made.', 'Install one (such as Noto Sans CJK) and do it again.'],
  },
  'picture/failed': {
    zh: ['图表没有画成图片。', '再做一次；仍然这样，请把出错信息发给我们。'],
    en: ['The chart could not be drawn as a picture.', 'Do it again; if it stays so, send us the details.'],
  },
  'file/disk-full': {
    zh: ['磁盘空间不足，文件“{path}”没有写成，原来的内容没有变。', '腾出空间，或换一个磁盘。'],
    en: ['The disk is full; the file "{path}" was not written and what was there is intact.', 'Free some space, or choose another disk.'],
  },
  'file/changed': {
    zh: ['文件“{path}”在处理时被别的程序改过，没有写入，那边的改动都在。', '确认没有别人正在编辑它，再做一次。'],
    en: ['The file "{path}" was changed by another program meanwhile; nothing was written and that change is intact.', 'Make sure that nobody is editing it, and do it again.'],
  },
  'file/copy-exists': {
    zh: ['副本的位置“{path}”上已有文件，没有写入，两个文件都没有变。', '移开那个文件，或不留副本再做一次。'],
    en: ['There is a file already where the copy was to go, "{path}"; nothing was written and both files are intact.', 'Move that file away, or do it again without a copy.'],
  },
  'share/name-left': {
    zh: ['要换成化名的名称也在文件的“{part}”里，那里的内容程序改不了。', '删掉那个嵌入的文件、宏或对象再生成副本，或者不用化名。'],
    en: ['A name that is to be replaced is also in the part "{part}" of the file, which cannot be changed.', 'Remove that embedded file, macro or object first, or share without pseudonyms.'],
  },
  'workbook/not-ours': {
    zh: ['文件是工作簿，但不是用质升生成的：里面没有首页。', '先用 zhisheng new 生成工作簿，再用 zhisheng import 把这个文件的数据导入。'],
    en: ['The file is a workbook, but none that 质升 made: it has no 首页.', 'Create one with zhisheng new and import the rows of this file.'],
  },
  'file/not-allowed': {
    zh: ['浏览器没有允许写入“{path}”，文件没有变。', '再次保存并选择允许，或用“另存为”。'],
    en: ['The browser did not allow writing "{path}"; the file is as it was.', 'Save again and allow it, or save as another file.'],
  },
  'pane/worker': {
    zh: ['后台处理中断了（{message}），打开的文件没有变。', '重新加载本页；没有保存的工作会在打开时提示恢复。'],
    en: ['Background work stopped ({message}); the file is as it was.', 'Reload the page; unsaved work is offered then.'],
  },
  'pane/not-kept': {
    zh: ['浏览器不允许在本机保留没有保存的工作（{reason}），意外关闭时会丢失。', '请经常保存。'],
    en: ['The browser does not let unsaved work be kept here ({reason}); a crash would lose it.', 'Save often.'],
  },
  'queue/address': {
    zh: ['“{url}”不是 Redis 的地址。', '写成 redis://主机:端口，例如 redis://127.0.0.1:6379。'],
    en: ['"{url}" is no address of Redis.', 'Write redis://host:port, such as redis://127.0.0.1:6379.'],
  },
  'queue/unreachable': {
    zh: ['连不上 Redis（{url}）。', '确认 Redis 已启动、地址和密码正确、网络可达；不用 --redis 就只在本机上汇总。'],
    en: ['Redis cannot be reached at {url}.', 'See that it runs, and that address and password are right; without --redis the roll-up works on this machine alone.'],
  },
  'rollup/worker-died': {
    zh: ['处理这个文件的线程或进程中断了（{reason}），多半是文件太大，内存不够。', '单独用 zhisheng check 检查它；确属太大的，把数据分成几本。'],
    en: ['The thread or process that worked on the file died ({reason}), most likely since it needs more memory than there is.', 'Look at it with zhisheng check; split the data if it is that large.'],
  },
  'rollup/too-slow': {
    zh: ['{seconds} 秒内没有处理完，放弃了这个文件。', '单独用 zhisheng check 检查它；确属太大的，把数据分成几本。'],
    en: ['It was given up after {seconds} seconds.', 'Look at it with zhisheng check; split the data if it is that large.'],
  },
  'rollup/fault': {
    zh: ['程序处理这个文件时出错，这是我们的问题：{message}。', '把这个文件的情况告诉我们；其余文件不受影响。'],
    en: ['The program failed on this file, which is a fault of ours: {message}.', 'Tell us about it; the other files are not affected.'],
  },
  'rollup/other-program': {
    zh: ['处理这个文件的机器上程序版本不同，结果没有采用。', '把各台机器上的 zhisheng 换成同一版本，再汇总一次。'],
    en: ['The machine that worked on the file runs another version of the program; its result was not used.', 'Put the same version on all machines and roll up again.'],
  },
  'rollup/journal-changed': {
    zh: ['汇总期间“{path}”被别的程序改动了，没有写汇总表。', '不要让两次汇总同时写同一个文件；再运行一次，会接着做。'],
    en: ['"{path}" was changed by another program meanwhile; no summary was written.', 'Do not let two roll-ups write the same file; run it again and it goes on.'],
  },
} as const satisfies TextTable;
