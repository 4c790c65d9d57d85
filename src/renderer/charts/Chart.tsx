import { useEffect, useRef } from 'react';
import { usePrivacy } from '../components/use-privacy';
import type { ECharts } from 'echarts/core';
import { chartColours, type ChartColours } from './chart-colours';
import type { EChartsOption } from './echarts-core';

/** Made anew when the theme, the words or the numbers change. `width` in pixels. */
export type ChartOption = (colours: ChartColours, width: number) => EChartsOption;

/** A chart that is on the page, for whoever saves it as a picture. */
export interface DrawnChart {
  readonly svg: () => string;
  readonly width: number;
  readonly height: number;
}

/**
 * Draws with ECharts, which is loaded when the first chart is. The table beside it says the same to those
 * who do not see it.
 */
export function Chart({
  option,
  label,
  height,
  appearance,
  onDrawn,
}: {
  readonly option: ChartOption;
  readonly label: string;
  /** Pixels. */
  readonly height: number;
  /** Redraws in the colours of the theme when it changes. */
  readonly appearance: string;
  readonly onDrawn?: (chart: DrawnChart) => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const hidden = usePrivacy();
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let chart: ECharts | null = null;
    let gone = false;
    const draw = () => {
      if (chart === null) return;
      chart.resize();
      chart.setOption(option(chartColours(element), element.clientWidth), { notMerge: true });
    };
    const follow = new ResizeObserver(draw);
    void import('./echarts-core').then(({ createChart }) => {
      if (gone) return;
      chart = createChart(element);
      const drawn = chart;
      draw();
      follow.observe(element);
      onDrawn?.({
        svg: () => drawn.renderToSVGString(),
        width: drawn.getWidth(),
        height: drawn.getHeight(),
      });
    });
    return () => {
      gone = true;
      follow.disconnect();
      chart?.dispose();
    };
  }, [option, appearance, hidden, onDrawn]);
  return <div ref={place} role="img" aria-label={label} className="chart" style={{ height }} />;
}
