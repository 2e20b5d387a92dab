/** The product's looks on cells: rectangles of one look at a time, borders on their edges and between their cells. */
import type { Area } from '../../../core/model/area';
import type { BorderLook, StyleLook } from '../../../core/model/style';
import type { FormatApi } from '../api';
import { rectanglesOf, referencesOf, type Place } from './rectangles';
import type { Step } from './step';

const EDGES = [['EdgeTop', 'top'], ['EdgeBottom', 'bottom'], ['EdgeLeft', 'left'], ['EdgeRight', 'right'], ['DiagonalDown', 'diagonalDown'], ['DiagonalUp', 'diagonalUp']] as const;
const WEIGHTS = { hair: 'Hairline', thin: 'Thin', medium: 'Medium' } as const;
/** Of the actions that set a look on a range. */
const LOOK_BYTES = 4500;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function setBorder(format: FormatApi, index: string, look: BorderLook | undefined): void {
  const border = format.borders.getItem(index);
  border.style = look === undefined ? 'None' : 'Continuous';
  if (look === undefined) return;
  border.color = `#${look.colour}`;
  border.weight = WEIGHTS[look.style];
}

interface LookOptions {
  /** There are cells beside each other, under each other, in every rectangle. */
  readonly wide?: boolean;
  readonly tall?: boolean;
  /** What stood there may have had another look. */
  readonly over?: boolean;
}

export function setLook(format: FormatApi, look: StyleLook, { wide = false, tall = false, over = false }: LookOptions = {}): void {
  const { font, borders } = look;
  format.font.name = font.name;
  format.font.size = font.size;
  format.font.bold = font.bold;
  format.font.italic = font.italic;
  format.font.underline = font.underline ? 'Single' : 'None';
  format.font.color = `#${font.colour}`;
  if (look.fill !== undefined) format.fill.color = `#${look.fill}`;
  else if (over) format.fill.clear();
  format.horizontalAlignment = capital(look.horizontal);
  format.verticalAlignment = look.vertical === 'middle' ? 'Center' : capital(look.vertical);
  format.wrapText = look.wrap;
  format.protection.locked = look.locked;
  for (const [index, side] of EDGES) if (over || borders?.[side] !== undefined) setBorder(format, index, borders?.[side]);
  if (wide && borders?.left !== undefined) setBorder(format, 'InsideVertical', borders.left);
  if (tall && borders?.top !== undefined) setBorder(format, 'InsideHorizontal', borders.top);
}

/** Looks of single cells, and of merged ones as a whole. */
export function lookSteps(sheet: string, cells: ReadonlyMap<StyleLook, readonly Place[]>, merged: ReadonlyMap<StyleLook, readonly Area[]>, over = false): readonly Step[] {
  const steps: Step[] = [];
  const add = (look: StyleLook, areas: readonly Area[], options: LookOptions): void => {
    for (const refs of referencesOf(areas)) {
      steps.push({ sheet, bytes: LOOK_BYTES + refs.length, carryOut: ({ workbook }) => setLook(workbook.worksheets.getItem(sheet).getRanges(refs).format, look, { ...options, over }) });
    }
  };
  for (const [look, places] of cells) {
    const { top, right, bottom, left } = look.borders ?? {};
    // Where a side is open, cells under each other are not one box.
    const areas = rectanglesOf(places, (top === undefined) === (bottom === undefined) && (left === undefined) === (right === undefined));
    // A line between cells can be set only where there are some.
    for (const [wide, tall] of [[false, false], [true, false], [false, true], [true, true]] as const) {
      add(look, areas.filter((area) => area.right > area.left === wide && area.bottom > area.top === tall), { wide, tall });
    }
  }
  for (const [look, areas] of merged) add(look, areas, {});
  return steps;
}

/** For one look more in a table of looks. */
export function gather<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

