/** Defined names, print areas and filters of the workbook part that refer to a list's cells. */
import { unescapeXml } from '../../package/xml';
import { escapeXml } from '../../write/text';
import { formulaAfter, type ListShape } from './list-rows';
import { allElements, applyChanges, attributeOf, elementsOf } from './xml-text';

/** The workbook part after the change; the same text where no name is concerned. */
export function namesAfter(xml: string, list: ListShape, sheet: string): string {
  const names = [...allElements(elementsOf(xml))].filter(({ name }) => name === 'definedName');
  return applyChanges(xml, names.flatMap(({ start, openEnd, closeStart }) => {
    const formula = unescapeXml(xml.slice(openEnd, closeStart));
    const wide = attributeOf(xml.slice(start, openEnd), 'name') === '_xlnm.Print_Area';
    const after = formulaAfter(list, formula, sheet, false, { grow: true, wide });
    return after === formula ? [] : [{ start: openEnd, end: closeStart, text: escapeXml(after) }];
  }));
}
