/** Charts as SVG and PNG: what the spec says is in the picture, at its place and in its colour. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChartPicture } from '../../../src/app/ports';
import type { ChartSpec } from '../../../src/core/model/chart-spec';
import { createChartPicture } from '../../../src/host/picture/chart-picture';
import { createRasterizer } from '../../../src/host/raster/svg-to-png';

const categories = { ref: '数据!$A$1:$A$3', values: ['一月', '二月', '三月'] };
const line: ChartSpec = {
  name: '图', title: '准时交付率提高 3.2 个百分点', description: '', ref: 'A1:B2',
  valueAxis: { format: '0%', min: 0.5, max: 1 },
  series: [
    { kind: 'line', name: '提升后', categories, values: { ref: 'x', values: [0.75, null, 1] }, colour: '1F5E6B', markers: true, labels: 'last' },
    { kind: 'line', name: '上限', categories, values: { ref: 'y', values: [0.9, 0.9, 0.9] }, colour: '8C8C8C', dashed: true },
  ],
};
const bars: ChartSpec = {
  ...line, valueAxis: { format: '0%', min: 0, max: 1 },
  series: [{ kind: 'bar', name: '值', categories: { ref: 'c', values: ['提升前', '提升后'] }, values: { ref: 'v', values: [0.5, 1] }, colour: '8C8C8C', pointColours: [null, '1F5E6B'], labels: 'all', labelFormat: '0.0%' }],
};
const SIZE = { width: 600, height: 300 };
const words = (svg: string): readonly string[] => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text ?? '');
/** Heights of filled bars, by colour. */
const heights = (svg: string): Readonly<Record<string, number>> => Object.fromEntries([...svg.matchAll(/<path d="M[\d.]+ ([\d.]+)l[\d.]+ 0l0 (-?[\d.]+)l[^"]*"[^>]*fill="(#[0-9a-fA-F]{6})"/g)].map(([, , height, colour]) => [colour ?? '', Math.abs(Number(height))]));

let picture: ChartPicture;
beforeAll(async () => {
  picture = await createChartPicture();
});

describe('a picture of a chart', () => {
  it('writes title, categories, axis and the name at the last point', () => {
    const svg = picture.svg(line, SIZE);
    expect(svg).toMatch(/^<svg width="600" height="300" xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(words(svg)).toEqual(expect.arrayContaining(['准时交付率提高 3.2 个百分点', '一月', '三月', '50%', '80%', '100%', '提升后']));
    expect(words(svg)).not.toContain('上限');
    expect(svg).toContain('stroke-dasharray="6,4"');
  });

  it('leaves a gap where there is no number: two points, no line between', () => {
    const accent = (spec: ChartSpec): number => [...picture.svg(spec, SIZE).matchAll(/<path d="M[^"]*L[^"]*"[^>]*stroke="#1F5E6B"/g)].length;
    const whole = { ...line, series: line.series.map((series) => ({ ...series, values: { ...series.values, values: [0.75, 0.8, 1] } })) };
    expect([accent(line), accent(whole)]).toEqual([0, 1]);
  });

  it('draws bars from the origin, each in its colour, with values under their own format', () => {
    const svg = picture.svg(bars, SIZE);
    const found = heights(svg);
    expect(found['#1F5E6B']).toBeCloseTo(2 * (found['#8C8C8C'] ?? 0), 1);
    expect(words(svg)).toEqual(expect.arrayContaining(['50.0%', '100.0%', '60%']));
  });

  it('keeps what is no markup as text, and refuses a chart of nothing', () => {
    expect(picture.svg({ ...line, title: '<b> & "x"' }, SIZE)).toContain('&lt;b&gt; &amp; ');
    expect(() => picture.svg({ ...line, series: [] }, SIZE)).toThrow(RangeError);
  });

  it('is the same each time', () => expect(picture.svg(line, SIZE)).toBe(picture.svg(line, SIZE)));
});

describe('a PNG', () => {
  it('has the asked number of pixels', async () => {
    const png = Buffer.from(await createRasterizer().png(picture.svg(bars, SIZE), 1.5));
    expect([png.subarray(1, 4).toString('latin1'), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', 900, 450]);
  });

  it('is refused without a font for its words, and where the SVG is none', async () => {
    const without = createRasterizer({ fontFolders: [await mkdtemp(join(tmpdir(), 'zhisheng-fonts-'))] });
    await expect(without.png(picture.svg(bars, SIZE))).rejects.toMatchObject({ code: 'picture/no-chinese-font' });
    await expect(createRasterizer().png('<svg')).rejects.toMatchObject({ code: 'picture/failed' });
  });
});
