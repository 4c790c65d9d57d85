import { useEffect, useRef, useState } from 'react';
import { usePrivacy } from '../components/use-privacy';
import type { ECharts } from 'echarts/core';
import { chartColours, type ChartColours } from './chart-colours';
import type { EChartsOption } from './echarts-core';
import { inTurn } from './in-turn';

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
  const [chart, setChart] = useState<ECharts | null>(null);
  const hidden = usePrivacy();
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let made: ECharts | null = null;
    let gone = false;
    void import('./echarts-core').then(({ createChart }) => {
      if (gone) return;
      made = createChart(element);
      setChart(made);
    });
    return () => {
      gone = true;
      made?.dispose();
      setChart(null);
    };
  }, []);
  useEffect(() => {
    const element = place.current;
    if (!element || chart === null) return;
    const fits = () =>
      chart.getWidth() === element.clientWidth && chart.getHeight() === element.clientHeight;
    const draw = () => {
      if (!fits()) {
        // Without it, what is about to be replaced would be drawn once more in the new size.
        chart.clear();
        chart.resize();
      }
      chart.setOption(option(chartColours(element), element.clientWidth), { notMerge: true });
      onDrawn?.({
        svg: () => chart.renderToSVGString(),
        width: chart.getWidth(),
        height: chart.getHeight(),
      });
    };
    let callOff = inTurn(draw);
    const follow = new ResizeObserver(() => {
      if (fits()) return;
      callOff();
      callOff = inTurn(draw);
    });
    follow.observe(element);
    return () => {
      callOff();
      follow.disconnect();
    };
  }, [chart, option, appearance, hidden, onDrawn]);
  return <div ref={place} role="img" aria-label={label} className="chart" style={{ height }} />;
}
