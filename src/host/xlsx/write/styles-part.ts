/**
 * What exceljs gets wrong in the styles: the default font (column widths are counted in its digits, and cells that people
 * add should look like ours), the order of a font's elements, and empty border sides in conditional formats, which would
 * take the cell's own borders away.
 */
import { STYLES } from '../../../core/model/style';
import { escapeXml } from './text';

/** Order of a font's elements (CT_Font) as Office writes it and its validator demands. */
const FONT_ORDER = ['b', 'i', 'strike', 'condense', 'extend', 'outline', 'shadow', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'charset', 'scheme'];

function inOrder(font: string): string {
  const elements = [...font.matchAll(/<(\w+)[^>]*\/>/g)].map(([xml, name = '']) => ({ xml, at: FONT_ORDER.indexOf(name) }));
  elements.sort((a, b) => a.at - b.at);
  return elements.map(({ xml }) => xml).join('');
}

/** Takes the styles part that exceljs wrote; its first font is the default one. */
export function patchStyles(xml: string): string {
  const { name, size } = STYLES.blank.font;
  return xml
    .replace(/(<fonts[^>]*>)<font>.*?<\/font>/s, (_, open: string) =>
      `${open}<font><sz val="${size}"/><color theme="1"/><name val="${escapeXml(name)}"/><charset val="134"/></font>`)
    .replaceAll(/(?<=<font>)(?:<\w+[^>]*\/>)+(?=<\/font>)/g, inOrder)
    .replace(/<dxfs.*<\/dxfs>/s, (dxfs) => dxfs.replaceAll(/<(?:left|right|top|bottom|diagonal)\/>/g, ''));
}
