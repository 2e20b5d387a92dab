/** Looks of a range or of several: fonts, fills, borders, alignment, sizes, whether locked. */
import type { Area } from '../../../src/core/model/area';
import { isLocked, lookAt, type Sheet } from './model';
import { Breach, oneOf, text, type WireObject } from './wire-object';

const COLOUR = /^#[0-9A-Fa-f]{6}$/;
const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical', 'InsideHorizontal', 'DiagonalDown', 'DiagonalUp'];
const LINES = ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Double', 'SlantDashDot'];

export const colour = (value: unknown): string => {
  const found = text(value, 'a colour');
  if (!COLOUR.test(found)) throw new Breach('InvalidArgument', `a colour: ${found}`);
  return found.toUpperCase();
};
const flag = (value: unknown): boolean => {
  if (typeof value !== 'boolean') throw new Breach('InvalidArgument', `yes or no: ${JSON.stringify(value)}`);
  return value;
};
const size = (value: unknown): number => {
  if (typeof value !== 'number' || !(value >= 0)) throw new Breach('InvalidArgument', `a size: ${JSON.stringify(value)}`);
  return value;
};

/** The looks that a cell shows itself; sizes belong to rows and columns. */
export const LOOKS: Readonly<Record<string, (value: unknown) => unknown>> = {
  'fill.color': colour, 'font.name': (value) => text(value, 'a font'), 'font.size': size, 'font.bold': flag, 'font.italic': flag, 'font.color': colour,
  'font.underline': (value) => oneOf(value, ['None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant'], 'underline'),
  horizontalAlignment: (value) => oneOf(value, ['General', 'Left', 'Center', 'Right', 'Fill', 'Justify', 'CenterAcrossSelection', 'Distributed'], 'alignment'),
  verticalAlignment: (value) => oneOf(value, ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'], 'alignment'),
  wrapText: flag, 'protection.locked': flag,
};

export function put(sheet: Sheet, areas: readonly Area[], key: string, value: unknown): void {
  for (const area of areas) sheet.looks.push({ area, key, value });
}

/** The cells of one side of an area: of a border between cells, those on its one side. */
function sideOf(area: Area, edge: string): readonly { readonly area: Area; readonly side: string }[] {
  const { top, left, bottom, right } = area;
  if (edge === 'EdgeTop') return [{ area: { ...area, bottom: top }, side: 'top' }];
  if (edge === 'EdgeBottom') return [{ area: { ...area, top: bottom }, side: 'bottom' }];
  if (edge === 'EdgeLeft') return [{ area: { ...area, right: left }, side: 'left' }];
  if (edge === 'EdgeRight') return [{ area: { ...area, left: right }, side: 'right' }];
  if (edge === 'InsideHorizontal') return top === bottom ? [] : [{ area: { ...area, bottom: bottom - 1 }, side: 'bottom' }, { area: { ...area, top: top + 1 }, side: 'top' }];
  if (edge === 'InsideVertical') return left === right ? [] : [{ area: { ...area, right: right - 1 }, side: 'right' }, { area: { ...area, left: left + 1 }, side: 'left' }];
  return [];
}

/** Of a row whose height nobody set, in points. */
export const STANDARD_HEIGHT = 14.25;

/** `guard` throws where the cells may not be changed now. */
export function formatOf(sheet: Sheet, areas: readonly Area[], guard: () => void): WireObject {
  const first = areas[0] ?? { top: 1, left: 1, bottom: 1, right: 1 };
  const part = (prefix: string): WireObject => {
    const own = Object.keys(LOOKS).filter((key) => (prefix === '' ? !key.includes('.') : key.startsWith(`${prefix}.`))).map((key) => [key, key.slice(prefix === '' ? 0 : prefix.length + 1)] as const);
    return {
      type: `format ${prefix}`,
      call: prefix === 'fill' ? { clear: () => { guard(); put(sheet, areas, 'fill.color', null); } } : {},
      get: Object.fromEntries(own.map(([key, name]) => [name, () => (key === 'protection.locked' ? lockedOf() : lookAt(sheet, first.top, first.left, key) ?? null)])),
      set: Object.fromEntries(own.map(([key, name]) => [name, (value: unknown) => {
        guard();
        put(sheet, areas, key, LOOKS[key]?.(value));
      }])),
    };
  };
  const lockedOf = (): boolean | null => {
    const states = new Set(areas.map((area) => isLocked(sheet, area)));
    return states.size === 1 ? [...states][0] ?? null : null;
  };
  const border = (edge: string): WireObject => ({
    type: 'border', id: edge,
    get: { style: () => areas.flatMap((one) => sideOf(one, edge)).map(({ area, side }) => lookAt(sheet, area.top, area.left, `borders.${side}.style`) ?? 'None')[0] ?? 'None' },
    set: Object.fromEntries((['style', 'color', 'weight'] as const).map((name) => [name, (value: unknown) => {
      guard();
      const checked = name === 'style' ? oneOf(value, LINES, 'a line') : name === 'color' ? colour(value) : oneOf(value, ['Hairline', 'Thin', 'Medium', 'Thick'], 'a weight');
      for (const { area, side } of areas.flatMap((one) => sideOf(one, edge))) put(sheet, [area], `borders.${side}.${name}`, checked);
    }])),
  });
  const base = part('');
  return {
    ...base,
    type: 'format',
    get: { ...base.get, rowHeight: () => sheet.settings.get(`height ${first.top}:${first.bottom}`) ?? STANDARD_HEIGHT },
    set: {
      ...base.set,
      rowHeight: (value) => {
        guard();
        for (const area of areas) sheet.settings.set(`height ${area.top}:${area.bottom}`, size(value));
      },
      columnWidth: (value) => {
        guard();
        for (const area of areas) sheet.settings.set(`width ${area.left}:${area.right}`, size(value));
      },
    },
    to: {
      fill: () => part('fill'), font: () => part('font'), protection: () => part('protection'),
      borders: () => ({ type: 'borders', item: (key) => border(oneOf(key, EDGES, 'an edge')), to: { getItem: (key) => border(oneOf(key, EDGES, 'an edge')) } }),
    },
  };
}
