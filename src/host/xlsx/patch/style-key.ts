/** When two pieces of formatting are the same: elements compared by what they mean, not by how they are written. */
import { attributesOf, type XmlElement } from './xml-edit';

/** Attributes that say what their absence says too. */
const DEFAULTS: Readonly<Record<string, string>> = {
  'b val': '1', 'i val': '1', 'u val': 'single', 'alignment wrapText': '0', 'alignment horizontal': 'general', 'alignment vertical': 'bottom', 'alignment textRotation': '0',
  'alignment indent': '0', 'alignment shrinkToFit': '0', 'alignment readingOrder': '0', 'alignment justifyLastLine': '0', 'protection locked': '1', 'protection hidden': '0',
};
/** Without attributes and children these say nothing. */
const EMPTY = new Set(['left', 'right', 'top', 'bottom', 'start', 'end', 'diagonal', 'vertical', 'horizontal', 'alignment', 'protection']);
/** What Excel adds of itself: the family of a font it knows, the automatic background of a solid fill. */
const IGNORED = new Set(['family']);

const truth = (value: string): string => (value === 'true' ? '1' : value === 'false' ? '0' : value);

/** Equal keys, equal looks. '' for an element that says nothing. */
export function styleKey(xml: string, element: XmlElement): string {
  const { local } = element;
  const attributes = [...attributesOf(xml, element)]
    .filter(([name]) => !name.includes(':') && name !== 'xmlns')
    .map(([name, value]) => [name, name === 'rgb' ? value.toUpperCase() : truth(value)] as const)
    .filter(([name, value]) => DEFAULTS[`${local} ${name}`] !== value)
    .map(([name, value]) => `${name}=${value}`);
  attributes.sort();
  const children = element.children.map((child) => styleKey(xml, child)).filter((key) => key !== '');
  if (local !== 'dxf') children.sort();
  const key = `${local}[${attributes.join(' ')}](${children.join('')})`;
  if (IGNORED.has(local) || key === 'bgColor[indexed=64]()' || (EMPTY.has(local) && attributes.length === 0 && children.length === 0)) return '';
  return key;
}

const FLAGS = [['numFmtId', 'applyNumberFormat'], ['fontId', 'applyFont'], ['fillId', 'applyFill'], ['borderId', 'applyBorder']] as const;

/** The key of a cell format. A format that says not to apply what it names is no match for one that does. */
export function formatKey(xml: string, xf: XmlElement): string {
  const attributes = attributesOf(xml, xf);
  const ids = FLAGS.map(([id, flag]) => {
    const index = attributes.get(id) ?? '0';
    return index !== '0' && truth(attributes.get(flag) ?? '1') === '0' ? `${index}!` : index;
  });
  const others = [attributes.get('xfId') ?? '0', truth(attributes.get('quotePrefix') ?? '0'), truth(attributes.get('pivotButton') ?? '0')];
  const children = xf.children.map((child) => styleKey(xml, child)).filter((key) => key !== '');
  return [...ids, ...others, ...children].join(' ');
}
