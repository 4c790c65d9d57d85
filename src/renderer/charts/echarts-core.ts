import { BarChart, type BarSeriesOption } from 'echarts/charts';
import { GridComponent, type GridComponentOption } from 'echarts/components';
import { init, use as register, type ComposeOption, type ECharts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

/** Only the parts of ECharts that are drawn with; SVG stays sharp at any zoom and in print. */
register([BarChart, GridComponent, SVGRenderer]);

export type EChartsOption = ComposeOption<BarSeriesOption | GridComponentOption>;

export function createChart(element: HTMLElement): ECharts {
  return init(element, undefined, { renderer: 'svg' });
}
