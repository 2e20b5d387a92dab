/** The product's looks as SpreadsheetML, the same as those of generated sheets. */
import type { BorderLook, BordersLook, StyleLook } from '../../../core/model/style';
import { escapeAttribute } from '../write/text';

/** The parts of a cell format; '' where there is nothing to say. */
export interface FormatXml {
  readonly font: string;
  readonly fill: string;
  readonly border: string;
  readonly alignment: string;
  readonly protection: string;
}

/** GB 2312: tells Windows to pick a Chinese fallback where the face is missing. */
const CHINESE = 134;

function side(name: string, look: BorderLook | undefined): string {
  return look === undefined ? `<${name}/>` : `<${name} style="${look.style}"><color rgb="FF${look.colour}"/></${name}>`;
}

function border(look: BordersLook): string {
  const { diagonalUp, diagonalDown } = look;
  const flags = `${diagonalUp === undefined ? '' : ' diagonalUp="1"'}${diagonalDown === undefined ? '' : ' diagonalDown="1"'}`;
  return `<border${flags}>${side('left', look.left)}${side('right', look.right)}${side('top', look.top)}${side('bottom', look.bottom)}${side('diagonal', diagonalDown ?? diagonalUp)}</border>`;
}

export function lookXml(look: StyleLook): FormatXml {
  const { name, size, bold, italic, underline, colour } = look.font;
  const horizontal = look.horizontal === 'general' ? '' : ` horizontal="${look.horizontal}"`;
  return {
    font: `<font>${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}${underline ? '<u/>' : ''}<sz val="${size}"/><color rgb="FF${colour}"/><name val="${escapeAttribute(name)}"/><charset val="${CHINESE}"/></font>`,
    fill: look.fill === undefined ? '' : `<fill><patternFill patternType="solid"><fgColor rgb="FF${look.fill}"/></patternFill></fill>`,
    border: look.borders === undefined ? '' : border(look.borders),
    alignment: `<alignment${horizontal} vertical="${look.vertical === 'middle' ? 'center' : look.vertical}"${look.wrap ? ' wrapText="1"' : ''}/>`,
    protection: look.locked ? '' : '<protection locked="0"/>',
  };
}
