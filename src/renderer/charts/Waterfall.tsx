import { useEffect, useRef } from 'react';
import { createChart } from './echarts-core';
import { waterfallOption, type ChartColours, type WaterfallBar } from './waterfall-option';

function coloursOf(element: HTMLElement): ChartColours {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: colour('--ink'),
    muted: colour('--muted'),
    rule: colour('--rule-strong'),
    total: colour('--faint'),
    over: colour('--over'),
    under: colour('--under'),
    font: style.fontFamily,
  };
}

/** The bridge as a picture; its table twin beside it says the same to those who do not see it. */
export function Waterfall({
  bars,
  label,
  appearance,
  height,
}: {
  readonly bars: readonly WaterfallBar[];
  readonly label: string;
  /** Redraws in the colours of the theme when it changes. */
  readonly appearance: string;
  readonly height: number;
}) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const chart = createChart(element);
    const draw = () => {
      chart.resize();
      chart.setOption(waterfallOption(bars, coloursOf(element), element.clientWidth));
    };
    const frame = requestAnimationFrame(draw);
    const follow = new ResizeObserver(draw);
    follow.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      follow.disconnect();
      chart.dispose();
    };
  }, [bars, appearance]);
  return <div ref={place} role="img" aria-label={label} style={{ height }} />;
}
