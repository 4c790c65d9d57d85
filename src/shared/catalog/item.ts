/** Billing items: what a price is for. The nouns of the price book, the charges and the comparison. */

export const AV_ITEMS = ['av.audio', 'av.sd', 'av.hd', 'av.fhd', 'av.2k', 'av.4k'] as const;
export type AvItem = (typeof AV_ITEMS)[number];

const RECORDING_TIERS = ['audio', 'sd', 'hd', 'fhd', '2k', '4k'] as const;
const TASK_TIERS = ['audio', 'hd', 'fhd', '2k', '2k+'] as const;
const CODEC_TIERS = ['sd', 'hd', 'fhd', '2k', '4k', '2k+'] as const;

export type RecordingItem =
  | `recording.${'output' | 'single' | 'mixed'}.${(typeof RECORDING_TIERS)[number]}`
  | `recording.task.${(typeof TASK_TIERS)[number]}`
  | 'recording.channels';
export type TranscodingItem =
  'transcoding.audio' | `transcoding.${'h264' | 'h265'}.${(typeof CODEC_TIERS)[number]}`;
/** Minutes over the included ones; `-month`: the monthly fee; `-flat`: the fee without a limit. */
export type DashboardItem =
  | `dashboard.${'basic' | 'advanced'}`
  | `dashboard.${'basic' | 'advanced'}-month`
  | 'dashboard.basic-flat';
export type Item =
  | AvItem
  | RecordingItem
  | TranscodingItem
  | 'relay.bandwidth'
  | DashboardItem
  /** The monthly fee of the first price eras, before every minute was charged (until 2019-02). */
  | 'function-fee';

/** Every item, in the order in which lists and draw-downs take them. */
export const ITEMS: readonly Item[] = [
  ...AV_ITEMS,
  ...(['output', 'single', 'mixed'] as const).flatMap((kind) =>
    RECORDING_TIERS.map((tier) => `recording.${kind}.${tier}` as const),
  ),
  ...TASK_TIERS.map((tier) => `recording.task.${tier}` as const),
  'recording.channels',
  'transcoding.audio',
  ...(['h264', 'h265'] as const).flatMap((codec) =>
    CODEC_TIERS.map((tier) => `transcoding.${codec}.${tier}` as const),
  ),
  'relay.bandwidth',
  'dashboard.basic',
  'dashboard.advanced',
  'dashboard.basic-month',
  'dashboard.advanced-month',
  'dashboard.basic-flat',
  'function-fee',
];

const ITEM_SET: ReadonlySet<string> = new Set(ITEMS);
const ITEM_ORDER: ReadonlyMap<Item, number> = new Map(ITEMS.map((item, index) => [item, index]));

export function isItem(text: string): text is Item {
  return ITEM_SET.has(text);
}

export function isAvItem(item: Item): item is AvItem {
  return item.startsWith('av.');
}

export function compareItems(a: Item, b: Item): number {
  return (ITEM_ORDER.get(a) ?? 0) - (ITEM_ORDER.get(b) ?? 0);
}
