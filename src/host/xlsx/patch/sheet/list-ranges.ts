/**
 * What stands behind the rows and holds for ranges of cells (merges, links, cell rules, conditional formats and those of
 * the extension list, filters, ignored errors, protected ranges, sparklines) after a change of the list.
 */
import { rangeOf, refOf } from '../../../../core/model/area';
import { unescapeXml } from '../../package/xml';
import { shiftFormula } from '../../read/shift-formula';
import { escapeXml } from '../../write/text';
import { areaAfter, formulaAfter, ruleFormulaAfter, type Following, type ListShape } from './list-rows';
import { allElements, applyChanges, attributeOf, elementsOf, withAttribute, type Change, type Node } from './xml-text';

/** Elements with a range of their own. Those that grow with the list are rules for its rows; the others belong to their cells. */
const GROWING = new Set(['conditionalFormatting', 'dataValidation', 'ignoredError', 'protectedRange', 'autoFilter', 'sortState', 'sortCondition']);
const FIXED = new Set(['mergeCell', 'hyperlink', 'sparkline']);
/** Written for the first cell of the range. */
const FORMULAS = new Set(['formula', 'formula1', 'formula2', 'f']);

interface Moved {
  /** '' when nothing is left. */
  readonly refs: string;
  /** Rows that the first range's first row went down. */
  readonly by: number;
}

/** A list of ranges. */
function refsAfter(list: ListShape, refs: string, following: Following): Moved {
  let by = 0;
  const moved = refs.split(/\s+/).filter((ref) => ref !== '').map((ref, i) => {
    const area = rangeOf(ref);
    const after = area === null ? null : areaAfter(list, area, following);
    if (area === null) return ref;
    if (i === 0 && after !== null) by = after.top - area.top;
    if (after === null) return '';
    return after.top === area.top && after.bottom === area.bottom ? ref : refOf(after);
  });
  return { refs: moved.filter((ref) => ref !== '').join(' '), by };
}

/** Where the element says for which cells it is: an attribute, or in extensions a child. */
function place(xml: string, node: Node): { readonly attribute?: string; readonly child?: Node; readonly refs: string } | undefined {
  const tag = xml.slice(node.start, node.openEnd);
  for (const attribute of ['sqref', 'ref']) {
    const refs = attributeOf(tag, attribute);
    if (refs !== undefined) return { attribute, refs };
  }
  const child = node.children.find(({ name }) => name === 'sqref');
  return child === undefined ? undefined : { child, refs: xml.slice(child.openEnd, child.closeStart) };
}

/** The XML with its ranges after the change; elements of which no cell is left go, and lists that are empty then. */
export function rangesAfter(xml: string, list: ListShape, sheet: string): string {
  const changes: Change[] = [];
  const gone = new Set<Node>();
  const drop = (node: Node): void => {
    gone.add(node);
    changes.push({ start: node.start, end: node.end, text: '' });
  };

  function change(node: Node): void {
    const found = place(xml, node);
    if (found === undefined) return;
    const { refs, by } = refsAfter(list, found.refs, { grow: GROWING.has(node.name) });
    // One cell needs no merging.
    if (refs === '' || (node.name === 'mergeCell' && refs !== found.refs && !refs.includes(':'))) return drop(node);
    if (refs !== found.refs) {
      if (found.child !== undefined) changes.push({ start: found.child.openEnd, end: found.child.closeStart, text: refs });
      else changes.push({ start: node.start, end: node.openEnd, text: withAttribute(xml.slice(node.start, node.openEnd), found.attribute ?? '', refs) });
    }
    const single = !/[\s:]/.test(found.refs + refs);
    for (const inner of allElements(node.children)) {
      // In extensions `formula1` holds the `f` that holds the formula.
      if (!FORMULAS.has(inner.name) || inner.openEnd === inner.closeStart || inner.children.length > 0) continue;
      const formula = unescapeXml(xml.slice(inner.openEnd, inner.closeStart));
      const after = node.name === 'sparkline' ? formulaAfter(list, formula, sheet, true)
        : single || by === 0 ? ruleFormulaAfter(list, formula, sheet, single) : shiftFormula(ruleFormulaAfter(list, formula, sheet, false), by, 0);
      if (after !== formula) changes.push({ start: inner.openEnd, end: inner.closeStart, text: escapeXml(after) });
    }
  }

  function visit(node: Node): void {
    if (GROWING.has(node.name) || FIXED.has(node.name)) change(node);
    node.children.forEach(visit);
    const left = node.children.filter((child) => !gone.has(child)).length;
    if (left === node.children.length || gone.has(node)) return;
    const tag = xml.slice(node.start, node.openEnd);
    if (left === 0) drop(node);
    else if (attributeOf(tag, 'count') !== undefined) changes.push({ start: node.start, end: node.openEnd, text: withAttribute(tag, 'count', left) });
  }

  elementsOf(xml).forEach(visit);
  return applyChanges(xml, changes);
}
