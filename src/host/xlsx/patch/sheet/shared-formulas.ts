/**
 * Formulas that several cells share are stored once, with the first of them (ISO/IEC 29500-1, 18.3.1.40 f). When that cell
 * is overwritten the next takes the formula over; where the shape of the group does not allow it, each gets its own.
 */
import { holds, rangeOf, refOf, type Area } from '../../../../core/model/area';
import { shiftFormula } from '../../read/shift-formula';
import { formulaOf, formulaXml } from './cells';
import { attributeOf, withAttribute } from './xml-text';

interface Master {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
  readonly area: Area | null;
}

/** The cell with its own formula in place of the shared one. */
function withOwn(cell: string, start: number, end: number, open: string, prefix: string, text: string): string {
  let tag = open.replace(/\s*\/>$/, '>');
  for (const name of ['t', 'ref', 'si']) tag = withAttribute(tag, name, null);
  return cell.slice(0, start) + formulaXml(tag, prefix, text) + cell.slice(end);
}

/** A group in one row or one column stays a group whose first is this cell; null where that cannot be. */
function ledFrom({ area }: Master, row: number, column: number): Area | null {
  if (area === null || !holds(area, row, column) || (area.top !== area.bottom && area.left !== area.right)) return null;
  return { ...area, top: row, left: column };
}

/** Groups that lost their first cell. */
export class Orphans {
  readonly #groups = new Map<string, Master>();

  get size(): number {
    return this.#groups.size;
  }

  /** Call for a cell that is overwritten. */
  leave(cell: string, prefix: string, row: number, column: number): void {
    const formula = formulaOf(cell, prefix);
    if (formula === undefined || formula.text === '' || attributeOf(formula.open, 't') !== 'shared') return;
    this.#groups.set(attributeOf(formula.open, 'si') ?? '', { formula: formula.text, row, column, area: rangeOf(attributeOf(formula.open, 'ref') ?? '') });
  }

  /** Forgets groups that end above this row. */
  pass(row: number): void {
    for (const [index, { area }] of this.#groups) if (area !== null && area.bottom < row) this.#groups.delete(index);
  }

  /** The cell with the formula that it shared. */
  adopt(cell: string, prefix: string, row: number, column: number): string {
    const found = formulaOf(cell, prefix);
    if (found === undefined || attributeOf(found.open, 't') !== 'shared') return cell;
    const index = attributeOf(found.open, 'si') ?? '';
    if (found.text !== '') {
      this.#groups.delete(index); // the number serves another group from here on
      return cell;
    }
    const master = this.#groups.get(index);
    if (master === undefined) return cell;
    const text = shiftFormula(master.formula, row - master.row, column - master.column);
    const area = ledFrom(master, row, column);
    if (area === null) return withOwn(cell, found.start, found.end, found.open, prefix, text);
    this.#groups.delete(index);
    const open = withAttribute(found.open, 'ref', refOf(area));
    return cell.slice(0, found.start) + formulaXml(open, prefix, text) + cell.slice(found.end);
  }
}

/** Gives every cell the formula of its own. Cells must come in the order of the sheet. */
export class Sharing {
  readonly #masters = new Map<string, Master>();

  /** The formula as the cell reads it; undefined when there is none. */
  textOf(cell: string, prefix: string, row: number, column: number): string | undefined {
    const found = formulaOf(cell, prefix);
    if (found === undefined) return undefined;
    if (attributeOf(found.open, 't') !== 'shared') return found.text;
    const index = attributeOf(found.open, 'si') ?? '';
    if (found.text !== '') this.#masters.set(index, { formula: found.text, row, column, area: null });
    const master = this.#masters.get(index);
    return master === undefined ? undefined : shiftFormula(master.formula, row - master.row, column - master.column);
  }

  /** The cell with its formula as `change` makes it; the same where nothing is shared or changed. */
  resolve(cell: string, prefix: string, row: number, column: number, change: (formula: string) => string): string {
    const text = this.textOf(cell, prefix, row, column);
    const found = formulaOf(cell, prefix);
    if (text === undefined || found === undefined) return cell;
    const changed = change(text);
    if (attributeOf(found.open, 't') === 'shared') return withOwn(cell, found.start, found.end, found.open, prefix, changed);
    return changed === text ? cell : cell.slice(0, found.start) + formulaXml(found.open, prefix, changed) + cell.slice(found.end);
  }
}
