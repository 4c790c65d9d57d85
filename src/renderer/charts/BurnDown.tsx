import { useEffect, useRef } from 'react';
import { formatQuantity } from '../format/decimal-text';
import { burnDownOption, type BurnDownDay, type BurnDownMark } from './burn-down-option';
import { createChart } from './echarts-core';

/** A balance on its way down; the table beside it says the same to those who do not see it. */
export function BurnDown({
  days,
  marks,
  label,
  appearance,
}: {
  readonly days: readonly BurnDownDay[];
  readonly marks: readonly BurnDownMark[];
  readonly label: string;
  /** Redraws in the colours of the theme when it changes. */
  readonly appearance: string;
}) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const chart = createChart(element);
    const draw = () => {
      const style = getComputedStyle(element);
      const colour = (name: string) => style.getPropertyValue(name).trim();
      const colours = {
        ink: colour('--ink'),
        muted: colour('--muted'),
        rule: colour('--rule-strong'),
        line: colour('--accent'),
        mark: colour('--attention'),
        font: style.fontFamily,
      };
      chart.resize();
      chart.setOption(burnDownOption(days, marks, colours, formatQuantity));
    };
    const frame = requestAnimationFrame(draw);
    const follow = new ResizeObserver(draw);
    follow.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      follow.disconnect();
      chart.dispose();
    };
  }, [days, marks, appearance]);
  return <div ref={place} role="img" aria-label={label} className="burn-down" />;
}
