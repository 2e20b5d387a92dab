/** After a formula changed: the calculation chain goes, which programs make anew, and the workbook asks to be calculated on opening. */
import type { PackageEdit } from '../package/package-edit';
import { linksOf, removeLinks, removeParts } from './links';
import { WORKBOOK_ORDER } from './tabs';
import { childOf, insertInOrder, parseXml, setAttribute, splice } from './xml-edit';

export function calculatedOnOpening(xml: string, part: string): string {
  const root = parseXml(xml, part);
  const found = childOf(root, 'calcPr');
  return splice(xml, [found === undefined
    ? insertInOrder(xml, root, WORKBOOK_ORDER, 'calcPr', `<${root.prefix}calcPr fullCalcOnLoad="1"/>`)
    : setAttribute(xml, found, 'fullCalcOnLoad', '1')]);
}

export async function removeCalculationChain(parts: PackageEdit, workbook: string): Promise<void> {
  const chains = (await linksOf(parts, workbook)).filter(({ type, external }) => type === 'calcChain' && !external);
  await removeLinks(parts, workbook, new Set(chains.map(({ id }) => id)));
  await removeParts(parts, chains.map(({ target }) => target).filter((path) => parts.has(path)));
}
