/**
 * How a document of ours looks: A4, 宋体 小四 for the text with 1.5 lines and two characters of indent, 黑体 for headings, 五号 in
 * tables. Latin letters and digits are set in Times New Roman. Sizes are half points, distances twentieths of a point (dxa).
 */
import { AlignmentType, LineRuleType, type IParagraphStyleOptions, type IStylesOptions } from 'docx';

/** Chinese sizes in half points. */
const XIAO_ER = 36;
const SI = 28;
const XIAO_SI = 24;
const WU = 21;
const XIAO_WU = 18;

export const DXA_PER_MM = 56.6929;
/** A4, margins as official letters of enterprises have them. */
export const PAGE = { width: 11_906, height: 16_838, margin: { top: 1440, bottom: 1440, left: 1588, right: 1474, header: 850, footer: 850 } } as const;
/** Between the margins. */
export const TEXT_WIDTH = PAGE.width - PAGE.margin.left - PAGE.margin.right;
export const TEXT_HEIGHT = PAGE.height - PAGE.margin.top - PAGE.margin.bottom;

const SONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '宋体' } as const;
const HEI = { ...SONG, eastAsia: '黑体' } as const;

export const COLOURS = { ink: '000000', grey: '595959', accent: '1F5E6B', rule: '7F7F7F', band: 'E7EFF0', warning: 'C00000' } as const;

const SINGLE = { line: 240, lineRule: LineRuleType.AUTO } as const;
const ONE_AND_A_HALF = { line: 360, lineRule: LineRuleType.AUTO } as const;

/** Styles of our own, by what they are for. */
export const STYLE = { body: 'CaseBody', line: 'CaseLine', item: 'CaseItem', note: 'CaseNote', gap: 'CaseGap', caption: 'CaseCaption', cell: 'CaseCell', header: 'CaseCellHeader', picture: 'CasePicture', mark: 'CaseMark', page: 'CasePage' } as const;

function style(id: string, name: string, run: IParagraphStyleOptions['run'], paragraph: IParagraphStyleOptions['paragraph']): IParagraphStyleOptions {
  return { id, name, basedOn: 'Normal', quickFormat: true, ...(run === undefined ? {} : { run }), ...(paragraph === undefined ? {} : { paragraph }) };
}

export const STYLES: IStylesOptions = {
  default: {
    document: { run: { font: SONG, size: XIAO_SI, color: COLOURS.ink, language: { value: 'en-US', eastAsia: 'zh-CN' } }, paragraph: { spacing: SINGLE } },
    title: { run: { font: HEI, size: XIAO_ER, bold: true, color: COLOURS.ink }, paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 120, after: 240, ...ONE_AND_A_HALF }, keepNext: true, keepLines: true } },
    heading1: { run: { font: HEI, size: SI, bold: true, color: COLOURS.ink }, paragraph: { spacing: { before: 280, after: 120, ...ONE_AND_A_HALF }, keepNext: true, keepLines: true, outlineLevel: 0 } },
    heading2: { run: { font: HEI, size: XIAO_SI, bold: true, color: COLOURS.ink }, paragraph: { spacing: { before: 160, after: 80, ...ONE_AND_A_HALF }, keepNext: true, keepLines: true, outlineLevel: 1 } },
  },
  paragraphStyles: [
    style(STYLE.body, '案例正文', { font: SONG, size: XIAO_SI }, { alignment: AlignmentType.BOTH, spacing: ONE_AND_A_HALF, indent: { firstLineChars: 200, firstLine: 480 } }),
    style(STYLE.line, '案例题注行', { font: SONG, size: XIAO_SI, color: COLOURS.grey }, { alignment: AlignmentType.CENTER, spacing: { after: 120, ...SINGLE } }),
    style(STYLE.item, '案例列表', { font: SONG, size: XIAO_SI }, { alignment: AlignmentType.LEFT, spacing: ONE_AND_A_HALF, indent: { left: 480, hanging: 480 } }),
    style(STYLE.note, '案例说明', { font: SONG, size: XIAO_WU, color: COLOURS.grey }, { alignment: AlignmentType.BOTH, spacing: { before: 60, after: 180, ...SINGLE } }),
    style(STYLE.gap, '案例表后', { size: 2 }, { spacing: { before: 0, after: 0, line: 120, lineRule: LineRuleType.EXACT } }),
    style(STYLE.caption, '案例图表题', { font: HEI, size: WU, bold: true }, { alignment: AlignmentType.CENTER, spacing: { before: 180, after: 90, ...SINGLE }, keepNext: true, keepLines: true }),
    style(STYLE.cell, '案例表格', { font: SONG, size: WU }, { spacing: { before: 40, after: 40, ...SINGLE } }),
    style(STYLE.header, '案例表头', { font: HEI, size: WU, bold: true }, { alignment: AlignmentType.CENTER, spacing: { before: 40, after: 40, ...SINGLE }, keepNext: true }),
    style(STYLE.picture, '案例图片', { font: SONG, size: XIAO_SI }, { alignment: AlignmentType.CENTER, spacing: { before: 180, ...SINGLE }, keepNext: true }),
    style(STYLE.mark, '案例页眉', { font: HEI, size: XIAO_WU, bold: true, color: COLOURS.warning }, { alignment: AlignmentType.CENTER }),
    style(STYLE.page, '案例页码', { font: SONG, size: XIAO_WU, color: COLOURS.grey }, { alignment: AlignmentType.CENTER }),
  ],
};
