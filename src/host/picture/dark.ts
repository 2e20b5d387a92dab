/** The same chart on dark paper: every colour that charts use has its counterpart, as far from the paper as it was from white. */
import type { EChartsCoreOption } from 'echarts/core';

/** Paper, ink, axis texts, rules, grid; then before and limits, current, signal. */
const DARK: Readonly<Record<string, string>> = {
  '#FFFFFF': '#292929', '#262626': '#F0F0F0', '#595959': '#BDBDBD', '#BFBFBF': '#6E6E6E', '#E7E6E6': '#3D3D3D',
  '#8C8C8C': '#9E9E9E', '#1F5E6B': '#7BBBCA', '#C55A11': '#F0A070', '#F2F2F2': '#333333', '#F4B183': '#7A4A2A',
};

export function onDark(options: EChartsCoreOption): EChartsCoreOption {
  return Object.fromEntries(Object.entries(options).map(([key, value]) => [key, recoloured(value)]));
}

function recoloured(value: unknown): unknown {
  if (typeof value === 'string') return DARK[value.toUpperCase()] ?? value;
  if (Array.isArray(value)) return value.map(recoloured);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, recoloured(part)]));
}
