/** How a sheet prints and what is locked in it: A4, one page wide, margins of 2 cm, page numbers, no password. */
import type { SheetSpec } from '../../../core/model/sheet-spec';
import { encodeText, escapeXml } from './text';

/** 2 cm, in inches. */
const MARGIN = 0.787;
const FOOTER_MARGIN = 0.394;
/** ST_PaperSize, ECMA-376 part 1, 18.3.1.63. */
const A4 = 9;

/** Characters of a footer that Excel keeps (255), less the codes and the page numbers. */
const MAX_NAME = 220;

/** `&` starts a code in a footer; doubled it is itself. A name that does not fit ends in an ellipsis. */
function footer(enterpriseName: string): string {
  const name = enterpriseName.replaceAll('&', '&&');
  return `&L${name.length > MAX_NAME ? `${name.slice(0, MAX_NAME).replace(/&+$/, '')}…` : name}&C第 &P 页 共 &N 页`;
}

export function printElements(sheet: SheetSpec, enterpriseName: string): Readonly<Record<string, string>> {
  const breaks = sheet.print.breaksAfter ?? [];
  return {
    sheetPr: '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    printOptions: '<printOptions horizontalCentered="1"/>',
    pageMargins: `<pageMargins left="${MARGIN}" right="${MARGIN}" top="${MARGIN}" bottom="${MARGIN}" header="${FOOTER_MARGIN}" footer="${FOOTER_MARGIN}"/>`,
    pageSetup: `<pageSetup paperSize="${A4}" fitToWidth="1" fitToHeight="0" orientation="${sheet.print.orientation}"/>`,
    headerFooter: `<headerFooter><oddFooter>${escapeXml(encodeText(footer(enterpriseName)))}</oddFooter></headerFooter>`,
    ...(breaks.length === 0 ? {} : { rowBreaks: `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${breaks.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join('')}</rowBreaks>` }),
  };
}

/** A guard rail, not security: no password. Widths, heights, sorting and filtering stay free. */
export function sheetProtection(sheet: SheetSpec): string {
  return sheet.protect ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>' : '';
}
