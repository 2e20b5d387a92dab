/** Divisions (大类) and categories (门类) of GB/T 4754-2017. Lists of 2011 give other names to the codes 79 to 96. */
import json from '../../../templates/reference/industries.json';
import { readIndustries, type Industries } from '../template/reference';

export type Division = Industries['divisions'][number];
export type Category = Industries['categories'][number];

const table = readIndustries('templates/reference/industries.json', json);
const byCode = new Map(table.divisions.map((one) => [one.code, one]));
const byName = new Map(table.divisions.map((one) => [one.name, one]));

export const divisions: readonly Division[] = table.divisions;
export const categories: readonly Category[] = table.categories;

/** The division of a code of two to four digits (大类, 中类, 小类); undefined when there is none. */
export function divisionOf(code: string): Division | undefined {
  return /^\d{2,4}$/.test(code) ? byCode.get(code.slice(0, 2)) : undefined;
}

/** The division of exactly this name. */
export function divisionNamed(name: string): Division | undefined {
  return byName.get(name);
}
