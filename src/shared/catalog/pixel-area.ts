import { day, type Day } from '../period/day';
import type { Site } from './site';
import type { AvItem } from './item';

type VideoItem = Exclude<AvItem, 'av.audio'>;

/** Largest area (pixels, inclusive) of a tier; null: open at the top. */
type AreaLimit = readonly [VideoItem, number | null];

interface AreaTable {
  readonly site: Site;
  /** First usage day on which it holds. */
  readonly from: Day;
  readonly limits: readonly AreaLimit[];
}

const SD_2019 = 640 * 360;
const SD = 640 * 480;
const HD = 1280 * 720;
const FHD = 1920 * 1080;
const QHD = 2560 * 1440;

/** The largest picture of each tier, in pixels: what an estimate takes for a picture of the tier (rulebook 1.3). */
export const LARGEST_PICTURE: Readonly<Record<VideoItem, number>> = {
  'av.sd': SD,
  'av.hd': HD,
  'av.fhd': FHD,
  'av.2k': QHD,
  'av.4k': 4096 * 2160,
};

/** Source: billing-rules 1.3. Newest first, so the first table that has begun is the one. */
const TABLES: readonly AreaTable[] = [
  {
    site: 'cn',
    from: day('2022-06-01'),
    limits: [
      ['av.sd', SD],
      ['av.hd', HD],
      ['av.fhd', FHD],
      ['av.2k', QHD],
      ['av.4k', 4096 * 2176],
    ],
  },
  {
    site: 'cn',
    from: day('2019-12-04'),
    limits: [
      ['av.sd', SD],
      ['av.hd', HD],
      ['av.fhd', null],
    ],
  },
  {
    site: 'cn',
    from: day('2019-10-11'),
    limits: [
      ['av.sd', SD_2019],
      ['av.hd', HD],
      ['av.fhd', null],
    ],
  },
  {
    site: 'intl',
    from: day('2022-05-18'),
    limits: [
      ['av.hd', HD],
      ['av.fhd', FHD],
      ['av.2k', QHD],
      ['av.4k', 4096 * 2160],
    ],
  },
  {
    site: 'intl',
    from: day('2020-01-01'),
    limits: [
      ['av.sd', SD],
      ['av.hd', HD],
      ['av.fhd', null],
    ],
  },
];

/**
 * The video tier of a picture (or, where areas are summed, of their sum) on a usage day. The area decides,
 * so portrait and odd sizes need no rule of their own. Null: above the top tier, which is documented
 * nowhere, or before tiers existed.
 */
export function tierFromPixels(site: Site, usageDay: Day, area: number): VideoItem | null {
  const table = TABLES.find((entry) => entry.site === site && entry.from <= usageDay);
  return table?.limits.find(([, limit]) => limit === null || area <= limit)?.[0] ?? null;
}
