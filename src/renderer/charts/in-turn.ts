const waiting: (() => void)[] = [];

function next(): void {
  setTimeout(() => {
    const work = waiting.shift();
    if (waiting.length > 0) next();
    work?.();
  });
}

/**
 * Does `work` soon, each in a task of its own and in the order asked for: a page of charts that were drawn all at
 * once would let nobody type meanwhile. Returns what calls it off.
 */
export function inTurn(work: () => void): () => void {
  waiting.push(work);
  if (waiting.length === 1) next();
  return () => {
    const place = waiting.indexOf(work);
    // The task that was to do it finds the one behind it, or nothing.
    if (place >= 0) waiting.splice(place, 1);
  };
}
