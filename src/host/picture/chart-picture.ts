/** Charts as SVG by echarts, whose parts are loaded when the first picture is wanted. */
import type { ChartPicture } from '../../app/ports';
import { chartOptions } from './chart-options';
import { onDark } from './dark';

/** Ids of a picture come from what it shows: the same chart is the same text, and two on one page do not share theirs. Looks of pointing at it go. */
function settled(svg: string): string {
  const bare = svg.replaceAll(/<style\s*>.*?<\/style>/gs, '').replaceAll(/ (?:class|ecmeta_\w+)="[^"]*"/g, '').replaceAll(/\bzr\d+-/g, 'zr-');
  let hash = 2_166_136_261;
  for (let i = 0; i < bare.length; i++) hash = Math.imul(hash ^ bare.charCodeAt(i), 16_777_619);
  return bare.replaceAll('zr-', `z${(hash >>> 0).toString(36)}-`);
}

export async function createChartPicture(): Promise<ChartPicture> {
  const [{ init, use }, { BarChart, LineChart }, { GridComponent, LegendComponent, TitleComponent }, { SVGRenderer }] = await Promise.all([
    import('echarts/core'), import('echarts/charts'), import('echarts/components'), import('echarts/renderers'),
  ]);
  use([BarChart, LineChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);
  return {
    svg(spec, size, look = 'light') {
      const options = look === 'dark' ? onDark(chartOptions(spec, size)) : chartOptions(spec, size);
      const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
      try {
        chart.setOption(options);
        return settled(chart.renderToSVGString());
      } finally {
        chart.dispose();
      }
    },
  };
}
