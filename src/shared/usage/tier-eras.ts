import type { Item } from '../catalog/item';
import type { Site } from '../catalog/site';
import { day, type Day } from '../period/day';

/**
 * First usage day on which 2K and 4K are tiers of their own. Source: China, announcement of the tier
 * change of 2022-06-01; international, price table of 2022-05-18.
 */
const UPPER_TIERS_FROM: Readonly<Record<Site, Day>> = {
  cn: day('2022-06-01'),
  intl: day('2022-05-18'),
};

/** The item under which usage counts: 2K and 4K are full HD until they become tiers of their own. */
export function meteredItem(site: Site, item: Item, date: Day): Item {
  const upper = item === 'av.2k' || item === 'av.4k';
  return upper && date < UPPER_TIERS_FROM[site] ? 'av.fhd' : item;
}
