/**
 * What exceljs gets wrong in the styles: the default font (column widths are counted in its digits, and cells that people
 * add should look like ours), and empty border sides in conditional formats, which would take the cell's own borders away.
 */
import { STYLES } from '../../../core/model/style';
import { escapeXml } from './text';

/** Takes the styles part that exceljs wrote; its first font is the default one. */
export function patchStyles(xml: string): string {
  const { name, size } = STYLES.blank.font;
  return xml
    .replace(/(<fonts[^>]*>)<font>.*?<\/font>/s, (_, open: string) =>
      `${open}<font><sz val="${size}"/><color theme="1"/><name val="${escapeXml(name)}"/><charset val="134"/></font>`)
    .replace(/<dxfs.*<\/dxfs>/s, (dxfs) => dxfs.replaceAll(/<(?:left|right|top|bottom|diagonal)\/>/g, ''));
}
