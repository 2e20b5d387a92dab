/**
 * 应填项 and 已填项 of a form as formulas: the same counts as `requiredCells` gives of the entries, whatever is typed later.
 * A cell of blanks or line breaks counts as blank, one with an error as filled. Only characters that nobody sees and nobody
 * types (zero-width ones) count as blank for the program and as filled here.
 */
import { columnLetters, quoteSheet } from '../../model/address';
import type { FieldPlace } from '../../model/form';

export interface CountFormulas {
  readonly total: string;
  readonly filled: string;
}

/** Empty texts where the form requires nothing. */
export function countFormulas(places: readonly FieldPlace[]): CountFormulas {
  const rows = runsOf(places);
  const always = places.filter(({ required }) => required === true);
  // What a row requires is begun as soon as it is filled itself: only what can be waived depends on more.
  const plain = [...always, ...rows.flatMap(({ groups }) => groups.flatMap((group) => group.filter((place) => place.required === 'row' && place.unless === undefined)))];
  const total = [...(always.length === 0 ? [] : [String(always.length)]), ...rows.flatMap(rowTotals)];
  const filled = [...(plain.length === 0 ? [] : [[String(plain.length), ...columnRanges(plain).map(blanks)].join('-')]), ...rows.flatMap(waivableFilled)];
  return { total: total.join('+'), filled: filled.join('+') };
}

/** Groups of fields that one formula counts: rows one below the other with the same columns, or a single block. */
interface Run {
  readonly groups: readonly (readonly FieldPlace[])[];
  /** All fields of each group stand in one row. */
  readonly flat: boolean;
}

/** Groups that require something once they are begun. */
function runsOf(places: readonly FieldPlace[]): readonly Run[] {
  const byGroup = new Map<string, FieldPlace[]>();
  for (const place of places) {
    if (place.group !== undefined) byGroup.set(place.group, [...(byGroup.get(place.group) ?? []), place]);
  }
  const runs: { groups: (readonly FieldPlace[])[]; flat: boolean }[] = [];
  for (const group of byGroup.values()) {
    if (group.every(({ required }) => required !== 'row')) continue;
    const flat = new Set(group.map(({ row }) => row)).size === 1;
    const last = runs.at(-1);
    const before = last?.groups.at(-1);
    if (flat && last?.flat === true && before !== undefined && isBelow(group, before)) last.groups.push(group);
    else runs.push({ groups: [group], flat });
  }
  return runs;
}

function isBelow(group: readonly FieldPlace[], above: readonly FieldPlace[]): boolean {
  return (group[0]?.row ?? 0) === (above[0]?.row ?? 0) + 1 && shapeOf(group) === shapeOf(above);
}

function shapeOf(group: readonly FieldPlace[]): string {
  return group.map((place) => [place.column, place.required, place.unless === undefined ? '' : `${waivingPlace(place, group).column}=${place.unless.value}`].join(' ')).join(',');
}

/** The field that waives another of its group. */
function waivingPlace({ key, unless }: FieldPlace, group: readonly FieldPlace[]): FieldPlace {
  const found = group.find((place) => place.key === unless?.key);
  if (found === undefined) throw new RangeError(`${key} is waived by ${unless?.key ?? 'nothing'}, which its row does not have`);
  return found;
}

/** For each set of fields that are waived alike: their number, times the begun rows in which they are not waived. */
function rowTotals(run: Run): readonly string[] {
  const [group = []] = run.groups;
  return waivedAlike(group).map(([place, count]) => {
    const waived = place.unless === undefined ? '' : `*${notWaived(place, run)}`;
    if (!run.flat) return `${count}*(${columnRanges(group).map(blanks).join('+')}<${group.length})${waived}`;
    const begun = group.map((field) => `(1-${blank(rangeIn(run, field))})`).join('+');
    return `${count}*SUMPRODUCT(1*(${begun}>0)${waived})`;
  });
}

/** One of each set of required fields that are waived alike, and how many they are. */
function waivedAlike(group: readonly FieldPlace[]): readonly (readonly [FieldPlace, number])[] {
  const sets = new Map<string, [FieldPlace, number]>();
  for (const place of group) {
    if (place.required !== 'row') continue;
    const key = place.unless === undefined ? '' : `${place.unless.key} ${place.unless.value}`;
    const known = sets.get(key);
    if (known === undefined) sets.set(key, [place, 1]);
    else known[1]++;
  }
  return [...sets.values()];
}

function waivableFilled(run: Run): readonly string[] {
  const [group = []] = run.groups;
  return group
    .filter((place) => place.required === 'row' && place.unless !== undefined)
    .map((place) => `SUMPRODUCT((1-${blank(rangeIn(run, place))})*${notWaived(place, run)})`);
}

function notWaived(place: FieldPlace, run: Run): string {
  const [group = []] = run.groups;
  const { value = '' } = place.unless ?? {};
  return `(1-ISNUMBER(0/(${rangeIn(run, waivingPlace(place, group))}="${value.replaceAll('"', '""')}")))`;
}

/** The field in every row of the run. */
function rangeIn({ groups }: Run, field: FieldPlace): string {
  return reference(field, groups.length);
}

function reference({ sheet, row, column }: FieldPlace, rows: number): string {
  const letters = columnLetters(column);
  const first = `${quoteSheet(sheet)}!$${letters}$${row}`;
  return rows === 1 ? first : `${first}:$${letters}$${row + rows - 1}`;
}

/** TRUE for a cell that holds nothing to see; FALSE for an error. Division by FALSE stands for the condition that IF would need an array formula for. */
function blank(range: string): string {
  return `ISNUMBER(0/(LEN(TRIM(SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${range},"\u3000",""),"\u00a0",""),CHAR(10),"")))=0))`;
}

/** How many cells of a range are blank. */
function blanks(range: string): string {
  return `SUMPRODUCT(1*${blank(range)})`;
}

/** Cells one below the other as one range. */
function columnRanges(places: readonly FieldPlace[]): readonly string[] {
  const sorted = [...places].sort((a, b) => a.column - b.column || a.row - b.row);
  const ranges: string[] = [];
  let start = 0;
  sorted.forEach((place, i) => {
    const next = sorted[i + 1];
    if (next !== undefined && next.column === place.column && next.row === place.row + 1) return;
    ranges.push(reference(sorted[start] ?? place, i - start + 1));
    start = i + 1;
  });
  return ranges;
}
