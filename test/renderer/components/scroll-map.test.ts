import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  elementHeight,
  MOST_PIXELS,
  placeOf,
  scrolledFrom,
  scrolledNear,
  scrolledTo,
  type Extent,
  type Scrolled,
} from '../../../src/renderer/components/grid/scroll-map';

const START: Scrolled = { top: 0, shift: 0 };
/** A million rows of 30 pixels under their header. */
const MILLION: Extent = { total: 30_000_030, view: 600 };
const LAST = MILLION.total - MILLION.view;
const LAST_TOP = MOST_PIXELS - MILLION.view;

const extents = fc.record({
  total: fc.integer({ min: MOST_PIXELS + 1, max: 400_000_000 }),
  view: fc.integer({ min: 60, max: 4_000 }),
});
const placeIn = ({ total, view }: Extent) => fc.integer({ min: 0, max: total - view });
const withPlaces = extents.chain((extent) =>
  fc.tuple(fc.constant(extent), placeIn(extent), placeIn(extent)),
);
const mostTop = ({ view }: Extent) => MOST_PIXELS - view;

describe('a table that an element can be as tall as', () => {
  it('is scrolled as the element is', () => {
    const extent = { total: 30_030, view: 600 };
    expect(elementHeight(extent.total)).toBe(30_030);
    expect(scrolledFrom(START, 29_430, extent)).toEqual({ top: 29_430, shift: 0 });
    expect(scrolledTo(50_000, extent)).toEqual({ top: 29_430, shift: 0 });
    expect(scrolledTo(10, { total: 200, view: 600 })).toEqual({ top: 0, shift: 0 });
  });
});

describe('a table that no element can be as tall as', () => {
  it('has its first and its last row at the ends of the element', () => {
    expect(elementHeight(MILLION.total)).toBe(MOST_PIXELS);
    expect(scrolledTo(LAST, MILLION)).toEqual({ top: LAST_TOP, shift: LAST - LAST_TOP });
    expect(placeOf(scrolledFrom(START, LAST_TOP, MILLION))).toBe(LAST);
    expect(placeOf(scrolledFrom(scrolledTo(LAST, MILLION), 0, MILLION))).toBe(0);
  });

  it('goes with the thumb of the scroll bar: half of the way is half of the rows', () => {
    const half = placeOf(scrolledFrom(START, LAST_TOP / 2, MILLION));
    expect(Math.abs(half - LAST / 2)).toBeLessThan(2);
  });

  it('shows each place that is asked for, within the element', () => {
    fc.assert(
      fc.property(withPlaces, ([extent, place]) => {
        const shown = scrolledTo(place, extent);
        expect(placeOf(shown)).toBe(place);
        expect(shown.top).toBeGreaterThanOrEqual(0);
        expect(shown.top).toBeLessThanOrEqual(mostTop(extent));
      }),
    );
  });

  it('stands further down for a place further down', () => {
    fc.assert(
      fc.property(withPlaces, ([extent, one, other]) => {
        const [up, down] = one < other ? [one, other] : [other, one];
        expect(scrolledTo(up, extent).top).toBeLessThanOrEqual(scrolledTo(down, extent).top);
      }),
    );
  });

  it('moves by a step as far as the element was moved, and asks nothing of it but near the ends', () => {
    fc.assert(
      fc.property(withPlaces, fc.integer({ min: -400, max: 400 }), ([extent, place], step) => {
        const before = scrolledTo(place, extent);
        const top = Math.min(Math.max(0, before.top + step), mostTop(extent));
        const after = scrolledFrom(before, top, { ...extent, view: Math.max(100, extent.view) });
        const moved = top - before.top;
        if (Math.abs(moved) <= 400) expect(placeOf(after)).toBe(place + moved);
      }),
    );
  });

  it('is walked through by steps from end to end, each row of it', () => {
    const extent: Extent = { total: 3 * MOST_PIXELS, view: 1_000 };
    for (const [step, end] of [
      [900, extent.total - extent.view],
      [-900, 0],
    ] as const) {
      let now = scrolledTo(end === 0 ? extent.total - extent.view : 0, extent);
      for (let turns = 0; placeOf(now) !== end; turns++) {
        expect(turns).toBeLessThan(30_000);
        const before = placeOf(now);
        // The element stops at its own ends, as an element does.
        const top = Math.min(Math.max(0, now.top + step), mostTop(extent));
        now = scrolledFrom(now, top, extent);
        expect(Math.abs(placeOf(now) - before)).toBeLessThanOrEqual(900);
        expect(placeOf(now)).not.toBe(before);
      }
    }
  });

  it('goes to a row from wherever it is', () => {
    fc.assert(
      fc.property(withPlaces, ([extent, from, to]) => {
        const shown = scrolledNear(scrolledTo(from, extent), to, extent);
        expect(placeOf(shown)).toBe(to);
        expect(shown.top).toBeGreaterThanOrEqual(0);
        expect(shown.top).toBeLessThanOrEqual(mostTop(extent));
      }),
    );
  });
});
