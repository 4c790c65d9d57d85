/**
 * A table may be taller than an element can be. Chromium draws no element above 33,554,431 pixels of the screen, which
 * are up to four for one of the page (a dense screen, zoomed): beyond this height rows could never be scrolled to.
 */
export const MOST_PIXELS = 8_000_000;

/** At both ends, so much is shown pixel for pixel: a wheel arrives at the first and the last row without a seam. */
const END_PIXELS = MOST_PIXELS / 10;

/** Views that a wheel or a key moves at most; the scroll bar's thumb moves many more by one pixel of its own. */
const VIEWS_OF_A_STEP = 4;

/** How tall a table is, and what of it is in view; header included, in pixels. */
export interface Extent {
  readonly total: number;
  readonly view: number;
}

/** Where an element is scrolled to, and how much further down the table is than it. */
export interface Scrolled {
  readonly top: number;
  readonly shift: number;
}

/** Height that the element is given for a table of that height. */
export function elementHeight(total: number): number {
  return Math.min(total, MOST_PIXELS);
}

/** The place of the table that is in view. */
export function placeOf({ top, shift }: Scrolled): number {
  return top + shift;
}

/** How an element stands that shows this place of the table. */
export function scrolledTo(place: number, extent: Extent): Scrolled {
  const { most, mostTop, shift } = limitsOf(extent);
  const wanted = Math.min(Math.max(0, place), most);
  if (shift === 0 || wanted <= END_PIXELS) return { top: wanted, shift: 0 };
  if (wanted >= most - END_PIXELS) return { top: wanted - shift, shift };
  const part = (wanted - END_PIXELS) / (most - 2 * END_PIXELS);
  const top = Math.round(END_PIXELS + part * (mostTop - 2 * END_PIXELS));
  return { top, shift: wanted - top };
}

/**
 * How an element stands after somebody scrolled it to `top`. A step moves the table by as many pixels; a leap, as by the
 * thumb of the scroll bar, goes to the same part of the table as of the element.
 */
export function scrolledFrom(now: Scrolled, top: number, extent: Extent): Scrolled {
  if (limitsOf(extent).shift === 0) return { top, shift: 0 };
  if (Math.abs(top - now.top) > VIEWS_OF_A_STEP * extent.view) return leapt(top, extent);
  return stepped({ top, shift: now.shift }, extent);
}

/** Shows another place of the table: by a step where it is near. */
export function scrolledNear(now: Scrolled, place: number, extent: Extent): Scrolled {
  const step = place - placeOf(now);
  return Math.abs(step) > VIEWS_OF_A_STEP * extent.view
    ? scrolledTo(place, extent)
    : stepped({ top: now.top + step, shift: now.shift }, extent);
}

/** At its ends the element stands where the table does, so that neither ends before the other. */
function stepped(now: Scrolled, extent: Extent): Scrolled {
  const { mostTop, shift } = limitsOf(extent);
  const wrong =
    (now.top < END_PIXELS && now.shift !== 0) ||
    (now.top > mostTop - END_PIXELS && now.shift !== shift);
  return wrong ? scrolledTo(placeOf(now), extent) : now;
}

function leapt(top: number, extent: Extent): Scrolled {
  const { most, mostTop, shift } = limitsOf(extent);
  if (top <= END_PIXELS) return { top, shift: 0 };
  if (top >= mostTop - END_PIXELS) return { top, shift };
  const part = (top - END_PIXELS) / (mostTop - 2 * END_PIXELS);
  return { top, shift: Math.round(END_PIXELS + part * (most - 2 * END_PIXELS)) - top };
}

/** The furthest places of table and element, and how far these are apart. */
function limitsOf({ total, view }: Extent) {
  const most = Math.max(0, total - view);
  const mostTop = Math.max(0, elementHeight(total) - view);
  return { most, mostTop, shift: most - mostTop };
}
