/** Room for the six items of a call on one day. */
export const SLOTS_PER_DAY = 8;
/** A segment touches two days at most. */
export const SEGMENT_SLOTS = 2 * SLOTS_PER_DAY;
