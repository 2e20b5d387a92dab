/** What a chart's part keeps of the cells that it refers to, read without the product's own code. */
import { decode } from './plain-xlsx';

const REFERENCE = /<(\w+:)?(str|num)Ref>\s*<\1?f>([^<]*)<\/\1?f>\s*(?:<\1?(?:str|num)Cache>(.*?)<\/\1?(?:str|num)Cache>\s*)?<\/\1?\2Ref>/gs;

export interface ChartCache {
  readonly ref: string;
  /** Null: nothing is kept of that cell. */
  readonly values: readonly (string | number | null)[];
}

export function chartCaches(xml: string): readonly ChartCache[] {
  return [...xml.matchAll(REFERENCE)].map(([, , kind, ref = '', cache = '']) => {
    const count = Number(/ptCount val="(\d+)"/.exec(cache)?.[1] ?? 0);
    const kept = new Map([...cache.matchAll(/<(?:\w+:)?pt idx="(\d+)"[^>]*>\s*<(?:\w+:)?v>([^<]*)</g)].map(([, idx, value = '']) => [Number(idx), decode(value)]));
    return { ref: decode(ref), values: Array.from({ length: count }, (_, i) => { const value = kept.get(i); return value === undefined ? null : kind === 'num' ? Number(value) : value; }) };
  });
}

/** The part without what it keeps of cells. */
export function withoutCaches(xml: string): string {
  return xml.replaceAll(/<(?:\w+:)?(num|str)Cache>.*?<\/(?:\w+:)?\1Cache>/gs, '');
}
