/** Words of the pane in Excel: connecting, generating in the open workbook, checking along, marks. */
import type { PaneTable } from './pane-text';

export const CONNECTING = {
  waiting: { zh: '正在连接 Excel…', en: 'Connecting to Excel…' },
  stillWaiting: { zh: '还在等', en: 'Still waiting' },
  lateTitle: { zh: 'Excel 还没有应答', en: 'Excel has not answered yet' },
  late: { zh: '可能是 Excel 正忙、有对话框开着，或者网络很慢。先看一看 Excel 里有没有等你回答的对话框。', en: 'Excel may be busy, have a dialog open, or the network is slow. See whether a dialog is waiting for you.' },
  unreachableTitle: { zh: '连接 Excel 的组件没有加载成功', en: 'What connects to Excel could not be loaded' },
  unreachable: { zh: '检查网络；单位的防火墙或代理可能挡住了加载项所在的网址。工作簿没有变。', en: 'Check the network; a firewall or proxy may block the address of the add-in. The workbook is as it was.' },
  elsewhereTitle: { zh: '这一页要在 Excel 里打开', en: 'This page belongs inside Excel' },
  elsewhere: { zh: '在 Excel 的“开始”选项卡里点“打开质升”。不用 Excel 的，用浏览器页面，做的事一样。', en: 'Choose Open Zhisheng on the Home tab of Excel. Without Excel use the page in a browser, which does the same.' },
  oldTitle: { zh: '这个 Excel 太旧', en: 'This Excel is too old' },
  old: { zh: '任务窗格需要 Office 2021 或 Microsoft 365。旧版本请保存工作簿，用浏览器页面打开。', en: 'The pane needs Office 2021 or Microsoft 365. Save the workbook and open it in the browser page.' },
  retry: { zh: '重新连接', en: 'Connect again' },
  meanwhile: { zh: '着急的话：保存工作簿，用', en: 'In a hurry: save the workbook and open it in the' },
  page: { zh: '浏览器页面打开它', en: 'page in a browser' },
} as const satisfies PaneTable;

export const EXCEL = {
  startTitle: { zh: '在这本工作簿里开始', en: 'Begin in this workbook' },
  start1: { zh: '这本工作簿里还没有质升的表。生成以后，标准的表单、数据表和指标公式都在这本工作簿里，已有的表不动。', en: 'This workbook has no sheets of Zhisheng yet. They are added to it: forms, raw-data sheets and metrics; what is there stays.' },
  start2: { zh: '直接在表里填写，窗格会边填边查；点一处问题就转到那一格。', en: 'Fill in the sheets; the pane checks along, and a click goes to the cell.' },
  start3: { zh: '数据只在这台电脑上的 Excel 里处理，窗格不上传任何内容。', en: 'Data stay in Excel on this machine; the pane sends nothing anywhere.' },
  generate: { zh: '生成质升的表', en: 'Generate the sheets' },
  look: { zh: '再看一看这本工作簿', en: 'Look at the workbook again' },
  generated: { zh: '已在这本工作簿里生成，共 {count} 张表。', en: 'Generated in this workbook: {count} sheets.' },
  reread: { zh: '全部检查', en: 'Check everything' },
  rereadWhat: { zh: '重新读取整本工作簿，公式、名称和填写限制有没有被改动也一并检查。', en: 'Reads the whole workbook anew, and whether formulas, names and cell rules were changed.' },
  along: { zh: '边填边查：内容随填随查；公式和规则有没有被改动，用“全部检查”。', en: 'Entries are checked as you type. Use "Check everything" for formulas and rules.' },
  rereadDone: { zh: '已全部检查。', en: 'Everything was checked.' },
  mark: { zh: '在表里标出', en: 'Colour in the sheets' },
  unmark: { zh: '去掉标记', en: 'Remove the colour' },
  marked: { zh: '已标出 {count} 格。标记是一种条件格式，随时可以去掉。', en: '{count} cells are coloured by conditional formatting, which can be removed at any time.' },
  unmarked: { zh: '标记已全部去掉。', en: 'The colour was removed.' },
  markNone: { zh: '没有可以标出的格。', en: 'There is no cell to colour.' },
  takenBack: { zh: '上一次修改做到一半就中断了，已退回到修改之前。', en: 'The last change was broken off half-way and has been taken back.' },
  completed: { zh: '上一次修改只差收尾就中断了，已补做完。', en: 'The last change was broken off just before its end and has been completed.' },
  repaired: { zh: '涉及的表：{sheets}。看一看，需要的话再做一次。', en: 'Sheets: {sheets}. Have a look, and do it again if need be.' },
  privacy: { zh: '窗格只读写打开着的这本工作簿，不向任何地方发送数据。保存和撤销用 Excel 自己的按钮。', en: 'The pane reads and writes the open workbook only and sends nothing anywhere. Save and undo with the buttons of Excel.' },
} as const satisfies PaneTable;
