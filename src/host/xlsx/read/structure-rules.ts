/** What stands behind the rows of a sheet: merges, cell rules and conditional formats, those of the extension list too. */
import type { FoundConditionalFormat, FoundValidation, SheetStructure } from '../../../core/model/sheet-structure';
import { SHIFT_1904 } from '../../../core/model/date-system';
import { unescapeXml } from '../package/xml';
import { allElements, attributeOf, elementsOf, type Node } from '../patch/sheet/xml-text';

const TRUE = new Set(['1', 'true', 'on']);

export interface TailRules extends Pick<SheetStructure, 'merges' | 'validations' | 'conditionalFormats'> {
  /** The sheet itself has a filter with a criterion; tables have their own. */
  readonly filtered: boolean;
}

const refsIn = (text: string): readonly string[] => text.split(/\s+/).filter((ref) => ref !== '');

/** `date1904`: dates of rules count from 1904. */
export function readTailRules(tail: string, date1904: boolean): TailRules {
  const merges: string[] = [];
  const validations: FoundValidation[] = [];
  const conditionalFormats: FoundConditionalFormat[] = [];
  let filtered = false;
  const inner = (node: Node): string => tail.slice(node.openEnd, node.closeStart);
  const textOf = (node: Node | undefined): string => (node === undefined ? '' : unescapeXml(inner(node).replace(/<[^>]*>/g, '')));
  const find = (node: Node, name: string): Node | undefined => node.children.find((child) => child.name === name);
  /** Ranges stand in an attribute, in extensions in an element. */
  const refsOf = (node: Node, tag: string): readonly string[] => refsIn(attributeOf(tag, 'sqref') ?? textOf(find(node, 'sqref')));
  for (const node of allElements(elementsOf(tail))) {
    const tag = tail.slice(node.start, node.openEnd);
    if (node.name === 'mergeCell') merges.push(attributeOf(tag, 'ref') ?? '');
    else if (node.name === 'filterColumn') filtered = true;
    else if (node.name === 'dataValidation') validations.push({ refs: refsOf(node, tag), ...ruleOf(tag, [textOf(find(node, 'formula1')), textOf(find(node, 'formula2'))], date1904) });
    else if (node.name === 'conditionalFormatting') {
      for (const rule of node.children.filter(({ name }) => name === 'cfRule')) {
        if (attributeOf(tail.slice(rule.start, rule.openEnd), 'type') !== 'expression') continue;
        conditionalFormats.push({ refs: refsOf(node, tag), formula: textOf(find(rule, 'formula') ?? find(rule, 'f')) });
      }
    }
  }
  return { merges, validations, conditionalFormats, filtered };
}

function ruleOf(tag: string, [first = '', second = '']: readonly string[], date1904: boolean): Pick<FoundValidation, 'rule' | 'severity'> {
  const type = attributeOf(tag, 'type') ?? 'none';
  const shows = TRUE.has(attributeOf(tag, 'showErrorMessage') ?? '0');
  const style = attributeOf(tag, 'errorStyle') ?? 'stop';
  const severity = !shows || style === 'information' ? 'none' : style === 'warning' ? 'warning' : 'stop';
  if (type === 'none') return { rule: { type: 'any' }, severity: 'none' };
  if (type === 'list') return { rule: { type, source: first }, severity };
  if (type === 'custom') return { rule: { type, formula: first }, severity };
  if (type !== 'date' && type !== 'decimal' && type !== 'whole' && type !== 'textLength') return { rule: null, severity };
  const bound = (text: string): number => (text === '' ? NaN : Number(text) + (type === 'date' && date1904 ? SHIFT_1904 : 0));
  const [low, high] = [bound(first), bound(second)];
  const operator = attributeOf(tag, 'operator') ?? 'between';
  if (operator === 'between' && Number.isFinite(low) && Number.isFinite(high)) return { rule: { type, min: low, max: high }, severity };
  if (operator === 'greaterThanOrEqual' && Number.isFinite(low)) return { rule: { type, min: low }, severity };
  if (operator === 'lessThanOrEqual' && Number.isFinite(low)) return { rule: { type, max: low }, severity };
  return { rule: null, severity };
}
