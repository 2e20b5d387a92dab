/** A chart on dark paper: the same chart, in which no colour of the light one is left. */
import { expect, test } from '@jest/globals';
import { createChartPicture } from '../../../src/host/picture/chart-picture';
import { scaleOf } from '../../../src/core/chart/chart-specs';
import { runPicture } from '../../../src/core/chart/run-picture';
import type { ChartPoints } from '../../../src/core/model/chart-spec';

const points = (...values: readonly (string | number | null)[]): ChartPoints => ({ ref: '', values });
const SPEC = runPicture('逐月', { title: '', description: '', ref: '' }, {
  categories: points('2024-01', '2024-02', '2025-01', '2025-02'), baseline: points(0.8, 0.9, null, null), current: points(null, null, 0.95, 0.7),
  center: points(0.85, 0.85, 0.85, 0.85), lower: points(0.75, 0.75, 0.75, 0.75), upper: points(0.95, 0.95, 0.95, 0.95), signal: points(null, null, null, 0.7),
}, scaleOf({ unit: 'ratio', family: 'proportion', scope: 'period', better: 'higher' }, 1));
const SIZE = { width: 288, height: 220 };

/** Of what is seen: a stroke without a width is not. */
const colours = (svg: string): readonly string[] => [...new Set([...svg.replaceAll(/stroke="#[0-9a-f]{6}" stroke-width="0"/giu, '').matchAll(/#[0-9a-f]{6}\b/giu)].map(([colour]) => colour.toUpperCase()))].sort();
const shapes = (svg: string): string => svg.replaceAll(/#[0-9a-f]{6}\b/giu, '').replaceAll(/\bz[0-9a-z]+-/gu, '');

test('no colour of the light chart is left, and the shapes are the same', async () => {
  const picture = await createChartPicture();
  const [light, dark] = [picture.svg(SPEC, SIZE), picture.svg(SPEC, SIZE, 'dark')];
  expect(colours(light).length).toBeGreaterThan(6);
  expect(colours(dark)).toHaveLength(colours(light).length);
  expect(colours(dark).filter((colour) => colours(light).includes(colour))).toEqual([]);
  expect(shapes(dark)).toBe(shapes(light));
});

test('without a title nothing of the height is kept for one, and the names below have the lines they need', async () => {
  const picture = await createChartPicture();
  const lowest = (width: number): number => Math.max(...[...picture.svg(SPEC, { width, height: 220 }).matchAll(/translate\([\d.]+ ([\d.]+)\)/gu)].map(([, y]) => Number(y)));
  expect(lowest(288)).toBeLessThanOrEqual(220);
  expect(lowest(900)).toBeLessThanOrEqual(220);
});
