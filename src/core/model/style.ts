/**
 * What each style looks like, as data for hosts. Fonts exist on Chinese machines (等线 and 宋体 ship with Excel and WPS);
 * elsewhere the host's substitution applies. Colour means one thing each: tint = type here, blue-green = header band,
 * grey = help. Everything reads in grey print too.
 */
import type { ConditionalFormatSpec, StyleName } from './sheet-spec';

export type BorderStyle = 'hair' | 'thin' | 'medium';

export interface BorderLook {
  readonly style: BorderStyle;
  /** RRGGBB. */
  readonly colour: string;
}

export interface BordersLook {
  readonly top?: BorderLook;
  readonly right?: BorderLook;
  readonly bottom?: BorderLook;
  readonly left?: BorderLook;
  /** From the upper left to the lower right corner; of a merged cell, across the whole of it. */
  readonly diagonalDown?: BorderLook;
  /** From the lower left to the upper right corner. A cell has one of the two. */
  readonly diagonalUp?: BorderLook;
}

export interface StyleLook {
  readonly font: {
    readonly name: string;
    /** Points. */
    readonly size: number;
    readonly bold: boolean;
    readonly italic: boolean;
    readonly underline: boolean;
    /** RRGGBB. */
    readonly colour: string;
  };
  /** Solid fill, RRGGBB. */
  readonly fill?: string;
  readonly borders?: BordersLook;
  readonly horizontal: 'left' | 'center' | 'right' | 'general';
  readonly vertical: 'top' | 'middle' | 'bottom';
  readonly wrap: boolean;
  /** Locked when the sheet is protected; false for cells to type in. */
  readonly locked: boolean;
}

export const COLOURS = {
  ink: '000000',
  grey: '7F7F7F',
  lockedText: '595959',
  tint: 'FFF9E6',
  band: '1F5E6B',
  bandText: 'FFFFFF',
  rule: '000000',
  softRule: 'BFBFBF',
  missing: 'C00000',
} as const;

const SONG = '宋体';
const DENG = '等线';

const rule: BorderLook = { style: 'thin', colour: COLOURS.rule };
const BOX: BordersLook = { top: rule, right: rule, bottom: rule, left: rule };
const OPEN_BELOW: BordersLook = { top: rule, right: rule, left: rule };
const OPEN_ABOVE: BordersLook = { right: rule, bottom: rule, left: rule };

/** Bones of a fishbone. */
const bone: BorderLook = { style: 'medium', colour: COLOURS.band };

const plain: StyleLook['font'] = { name: SONG, size: 11, bold: false, italic: false, underline: false, colour: COLOURS.ink };

const label: StyleLook = { font: plain, borders: BOX, horizontal: 'center', vertical: 'middle', wrap: true, locked: true };
const input: StyleLook = { font: plain, fill: COLOURS.tint, borders: BOX, horizontal: 'left', vertical: 'middle', wrap: true, locked: false };
const computed: StyleLook = {
  font: { ...plain, colour: COLOURS.lockedText },
  borders: BOX,
  horizontal: 'left',
  vertical: 'middle',
  wrap: true,
  locked: true,
};
const note: StyleLook = {
  font: { ...plain, size: 9, colour: COLOURS.grey },
  horizontal: 'left',
  vertical: 'middle',
  wrap: true,
  locked: true,
};

export const STYLES: Readonly<Record<StyleName, StyleLook>> = {
  title: { font: { ...plain, name: DENG, size: 16, bold: true }, horizontal: 'center', vertical: 'middle', wrap: true, locked: true },
  clause: { ...note, horizontal: 'right' },
  howTo: note,
  header: {
    font: { ...plain, name: DENG, bold: true, colour: COLOURS.bandText },
    fill: COLOURS.band,
    borders: BOX,
    horizontal: 'center',
    vertical: 'middle',
    wrap: true,
    locked: true,
  },
  section: { font: { ...plain, name: DENG, size: 12, bold: true, colour: COLOURS.band }, horizontal: 'left', vertical: 'middle', wrap: false, locked: true },
  label,
  labelLeft: { ...label, horizontal: 'left' },
  prompt: { ...note, fill: COLOURS.tint, borders: OPEN_BELOW, vertical: 'top' },
  input,
  inputTop: { ...input, vertical: 'top' },
  inputUnder: { ...input, borders: OPEN_ABOVE, vertical: 'top' },
  inputCentre: { ...input, horizontal: 'center' },
  inputNumber: { ...input, horizontal: 'right' },
  computed,
  computedCentre: { ...computed, horizontal: 'center' },
  computedNumber: { ...computed, horizontal: 'right' },
  text: { font: plain, horizontal: 'left', vertical: 'middle', wrap: true, locked: true },
  note,
  link: { font: { ...plain, colour: COLOURS.band, underline: true }, horizontal: 'left', vertical: 'middle', wrap: true, locked: true },
  boneDown: { font: plain, borders: { diagonalDown: bone }, horizontal: 'general', vertical: 'middle', wrap: false, locked: true },
  boneUp: { font: plain, borders: { diagonalUp: bone }, horizontal: 'general', vertical: 'middle', wrap: false, locked: true },
  spine: { font: plain, fill: COLOURS.band, horizontal: 'general', vertical: 'middle', wrap: false, locked: true },
  arrow: { font: { ...plain, name: DENG, size: 16, bold: true, colour: COLOURS.band }, horizontal: 'left', vertical: 'middle', wrap: false, locked: true },
  blank: { font: plain, horizontal: 'general', vertical: 'middle', wrap: false, locked: true },
};

/** What a conditional format adds to a cell. */
export interface ConditionalLook {
  readonly fontColour?: string;
  readonly fill?: string;
  readonly bold?: boolean;
  readonly left?: BorderLook;
  /** All borders of the cell: LibreOffice drops those that a conditional format does not name. */
  readonly borders?: BordersLook;
}

const missing: BorderLook = { style: 'thin', colour: COLOURS.missing };

export const CONDITIONAL_LOOKS: Readonly<Record<ConditionalFormatSpec['look'], ConditionalLook>> = {
  missing: { borders: { ...BOX, left: missing } },
  missingUnder: { borders: { ...OPEN_ABOVE, left: missing } },
  prompt: { fontColour: COLOURS.grey },
  improved: { bold: true },
  worsened: { bold: true },
  muted: { fontColour: COLOURS.grey },
};
