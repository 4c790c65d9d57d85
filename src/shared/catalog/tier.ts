/** Resolution tiers in rising order. `2k+` is the open top tier of the international recording and mixing tables. */
export const TIERS = ['audio', 'sd', 'hd', 'fhd', '2k', '4k', '2k+'] as const;
export type Tier = (typeof TIERS)[number];
