/**
 * Where an enterprise is registered: digits 3 to 8 of its 统一社会信用代码 are the administrative division of the authority
 * that registered it (GB 32100-2015). A city of the province, or another province.
 */
import json from '../../../templates/reference/regions.json';
import { readRegions } from '../template/reference';

const table = readRegions('templates/reference/regions.json', json);
const cities = new Map(table.cities.map(({ code, name }) => [code, name]));
const provinces = new Map(table.provinces.map(({ code, name }) => [code, name]));

/** Cities of the province, in the order of their codes. */
export const CITIES: readonly string[] = table.cities.map(({ name }) => name);

/** Name of the city, or of another province. '' where the code does not tell: provincial authorities (3200) register too. `code` must be a right one. */
export function regionOf(code: string): string {
  const city = cities.get(code.slice(2, 6));
  if (city !== undefined) return city;
  const province = code.slice(2, 4);
  return province === table.province ? '' : (provinces.get(province) ?? '');
}

/** The city that a text begins with, with or without 市; '' where it is none of the province. */
export function cityNamed(text: string): string {
  const rest = text.replace(/^江苏省?/u, '');
  return CITIES.find((name) => rest.startsWith(name.slice(0, -1))) ?? '';
}
