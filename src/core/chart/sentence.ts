/** A sentence that a formula makes of cells, together with what it reads now. */
import { quoted } from '../metric/formula';

export interface Live {
  /** Gives a text. */
  readonly formula: string;
  readonly value: string;
}

/** A condition as a formula, and whether it holds now. */
export interface When {
  readonly formula: string;
  readonly holds: boolean;
}

export const constant = (value: string): Live => ({ formula: quoted(value), value });

/** The template's blanks `{name}` filled in. Throws RangeError for a blank that nothing fills. */
export function sentence(template: string, blanks: Readonly<Record<string, Live>>): Live {
  const pieces = template.split(/\{(\w+)\}/u).map((piece, i): Live => {
    if (i % 2 === 0) return constant(piece);
    const filled = blanks[piece];
    if (filled === undefined) throw new RangeError(`nothing fills {${piece}} of ${template}`);
    return filled;
  }).filter(({ formula }) => formula !== '""');
  return { formula: pieces.map(({ formula }) => formula).join('&'), value: pieces.map(({ value }) => value).join('') };
}

/** The first whose condition holds, else the last one. */
export function choose(options: readonly (readonly [when: When, then: Live])[], otherwise: Live): Live {
  return options.reduceRight<Live>((rest, [{ formula, holds }, then]) => ({ formula: `IF(${formula},${then.formula},${rest.formula})`, value: holds ? then.value : rest.value }), otherwise);
}

/** Half away from zero, as FIXED rounds. */
export function fixedText(value: number, digits: number): string {
  const scale = 10 ** digits;
  const size = Math.round(Number((Math.abs(value) * scale).toPrecision(14))) / scale;
  return `${value < 0 ? '-' : ''}${size.toFixed(digits)}`;
}

/** A number with so many decimals; TEXT would want the separators of the user's language in its format. `places` is a number or a cell. */
export function numberText(formula: string, value: number | null, digits: number, places: string = String(digits)): Live {
  return { formula: `FIXED(${formula},${places},TRUE)`, value: value === null ? '' : fixedText(value, digits) };
}
