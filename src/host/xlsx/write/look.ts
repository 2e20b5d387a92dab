/** The product's looks in exceljs terms. */
import type { Borders, Fill, Font, Style } from 'exceljs';
import type { BorderLook, BordersLook, ConditionalLook, StyleLook } from '../../../core/model/style';

const argb = (colour: string): { argb: string } => ({ argb: `FF${colour}` });
/** GB 2312: tells Windows to pick a Chinese fallback where the face is missing. */
const CHINESE = 134;

function border(look: BorderLook | undefined): Partial<Borders['top']> | undefined {
  return look === undefined ? undefined : { style: look.style, color: argb(look.colour) };
}

function borders(look: BordersLook): Partial<Borders> {
  const across = look.diagonalDown ?? look.diagonalUp;
  const diagonal = across === undefined ? undefined : { ...border(across), up: look.diagonalUp !== undefined, down: look.diagonalDown !== undefined };
  const sides = { top: border(look.top), left: border(look.left), bottom: border(look.bottom), right: border(look.right), diagonal };
  return Object.fromEntries(Object.entries(sides).filter(([, side]) => side !== undefined));
}

const solid = (colour: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: argb(colour) });

const known = new Map<StyleLook, Map<string | undefined, Partial<Style>>>();

/** `format` is the number format; General where absent. The same object for the same look: exceljs never changes one, and numbers those it knows at once. */
export function cellStyle(look: StyleLook, format?: string): Partial<Style> {
  const formats = known.get(look) ?? new Map<string | undefined, Partial<Style>>();
  const style = formats.get(format) ?? createStyle(look, format);
  known.set(look, formats.set(format, style));
  return style;
}

function createStyle(look: StyleLook, format: string | undefined): Partial<Style> {
  const { name, size, bold, italic, underline, colour } = look.font;
  const font: Partial<Font> = {
    name, size, charset: CHINESE, color: argb(colour), ...(bold ? { bold } : {}), ...(italic ? { italic } : {}), ...(underline ? { underline } : {}),
  };
  return {
    font,
    alignment: { vertical: look.vertical, wrapText: look.wrap, ...(look.horizontal === 'general' ? {} : { horizontal: look.horizontal }) },
    protection: { locked: look.locked },
    ...(look.fill === undefined ? {} : { fill: solid(look.fill) }),
    ...(look.borders === undefined ? {} : { border: borders(look.borders) }),
    ...(format === undefined ? {} : { numFmt: format }),
  };
}

/** Differential format of a conditional format. */
export function conditionalStyle(look: ConditionalLook): Partial<Style> {
  const font: Partial<Font> = {
    ...(look.fontColour === undefined ? {} : { color: argb(look.fontColour) }),
    ...(look.bold === true ? { bold: true } : {}),
  };
  return {
    ...(Object.keys(font).length === 0 ? {} : { font }),
    // In a differential format the solid colour is the background.
    ...(look.fill === undefined ? {} : { fill: { type: 'pattern', pattern: 'solid', bgColor: argb(look.fill) } satisfies Fill }),
    // All sides: some programs take the sides that a differential format leaves out for removed.
    ...(look.borders === undefined ? {} : { border: borders(look.borders) }),
  };
}
