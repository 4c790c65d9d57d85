/**
 * What the second opinion knows of prices, ratios and dates: written down by hand from the rulebook, apart
 * from the price books. Prices are text per 1,000 minutes, for the eras in which the random accounts live.
 */
export type Site = 'cn' | 'intl';

/** Items in the order in which a day without times is drawn down. */
const RECORDED = ['audio', 'sd', 'hd', 'fhd', '2k', '4k'];
export const ITEM_ORDER: readonly string[] = [
  ...RECORDED.map((tier) => `av.${tier}`),
  ...RECORDED.map((tier) => `recording.output.${tier}`),
  ...RECORDED.map((tier) => `recording.single.${tier}`),
  ...RECORDED.map((tier) => `recording.mixed.${tier}`),
  ...['audio', 'hd', 'fhd', '2k', '2k+'].map((tier) => `recording.task.${tier}`),
  'transcoding.audio',
  ...['sd', 'hd', 'fhd', '2k', '4k', '2k+'].map((tier) => `transcoding.h264.${tier}`),
  ...['sd', 'hd', 'fhd', '2k', '4k', '2k+'].map((tier) => `transcoding.h265.${tier}`),
];

/** Prices side by side with the tiers that head them; a dash: none. */
function row(group: string, tiers: string, prices: string): Record<string, string> {
  const names = tiers.split(' ');
  return Object.fromEntries(
    prices
      .split(' ')
      .flatMap((price, at) => (price === '-' ? [] : [[`${group}.${names[at] ?? ''}`, price]])),
  );
}

const SIX = 'audio sd hd fhd 2k 4k';

function chinaPrices(
  date: string,
  firstApp: string,
  singlePriceBefore: string,
): Record<string, string> {
  if (date < singlePriceBefore) return row('av', SIX, '25 25 25 25 25 25');
  const later = date >= '2022-06-01';
  return {
    ...row('av', SIX, later ? '7 14 28 63 112 252' : '7 14 28 105'),
    ...(firstApp >= '2020-07-01' && row('recording.output', SIX, '3.5 7 14 52.5 52.5 52.5')),
    ...(date >= '2022-08-01' && {
      ...row('recording.single', SIX, '3.5 7 14 31 56 97'),
      ...row('recording.mixed', SIX, '9 19 35 79 138 323'),
    }),
    'transcoding.audio': '5.6',
    ...row('transcoding.h264', 'sd hd fhd 2k 4k', later ? '12 21 48 82 226' : '16 32.5 63'),
    ...(later && row('transcoding.h265', 'sd hd fhd 2k 4k', '35 68 136 292 583')),
  };
}

function internationalPrices(date: string, firstApp: string): Record<string, string> {
  const third = firstApp >= '2021-10-27' && date >= '2022-05-18';
  const byTask = date >= '2022-06-13';
  return {
    ...row(
      'av',
      SIX,
      third ? '0.99 3.99 3.99 8.99 15.99 35.99' : '0.99 1.99 3.99 14.99 14.99 14.99',
    ),
    ...(date < '2022-02-01' && row('recording.output', SIX, '0.499 0.99 1.99 7.499 7.499 7.499')),
    ...(date >= '2022-02-01' &&
      row('recording.task', 'audio hd fhd 2k 2k+', '1.49 5.99 13.49 23.99 53.99')),
    'transcoding.audio': byTask ? '1.99' : '0.799',
    ...row(
      'transcoding.h264',
      'sd hd fhd 2k 2k+',
      byTask ? '- 5.99 13.99 25.99 69.99' : '2.28571 4.64286 8.99 - -',
    ),
    ...(byTask && row('transcoding.h265', 'hd fhd 2k 2k+', '17.99 37.99 69.99 189.99')),
  };
}

/** The day on which China's one price became one for each tier. */
export const TIERS_BEGIN = '2019-10-11';

/** Text per 1,000 minutes; undefined: no price. */
export function listPrice(
  site: Site,
  item: string,
  date: string,
  firstApp: string,
  singlePriceBefore: string,
) {
  const prices =
    site === 'cn'
      ? chinaPrices(date, firstApp, singlePriceBefore)
      : internationalPrices(date, firstApp);
  return prices[item];
}

/** What a minute takes from a general package; Infinity: it covers no such minutes. */
export function packageRatio(item: string, date: string, boughtOn: string, site: Site): number {
  const [group = '', tier = ''] = item.split('.');
  if (group !== 'av') return Infinity;
  if (site === 'cn' && boughtOn < TIERS_BEGIN) return 1;
  const ratios = date < '2022-06-01' ? [1, 2, 4, 15, 15, 15] : [1, 2, 4, 9, 16, 36];
  return ratios[RECORDED.indexOf(tier)] ?? Infinity;
}

/** From this day on 2K and 4K are tiers of their own. */
export const UPPER_TIERS_FROM = { cn: '2022-06-01', intl: '2022-05-18' };
