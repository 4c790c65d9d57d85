import { useEffect, useState } from 'react';

/**
 * A count that is reached a few more each frame: so many rows of many cells take the page longer to style and to lay
 * out than to make, and all of that is one task. From `enough` on, all at once.
 */
export function useByFrames(count: number, step: number, enough: number): number {
  const [reached, setReached] = useState(step);
  const whole = reached >= Math.min(count, enough);
  useEffect(() => {
    if (whole) return undefined;
    const frame = requestAnimationFrame(() => setReached(reached + step));
    return () => cancelAnimationFrame(frame);
  }, [whole, reached, step]);
  return whole ? count : reached;
}
