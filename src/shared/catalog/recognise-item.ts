import { isItem, type Item } from './item';
import type { Tier } from './tier';

/**
 * From the provider's many names to tiers and items. Names drift between documents, exports, languages
 * and years (docs/formats.md holds the list); what no rule knows stays null and becomes an issue.
 */

type Codec = 'h264' | 'h265';

const CODEC_NAME = /h\.?\s?26[45]/g;
/** "Audio and Video Call" names a service, not the audio tier. */
const AUDIO_AND_VIDEO =
  /audio\s*(?:and|&|\/|-)\s*video|音视频|오디오\s*\/?\s*비디오|음성\s*\/\s*영상/g;
/** "Ultra HD" means full HD in some texts and 4K in others: no tier rather than a wrong one. */
const AMBIGUOUS = /ultra[\s-]*(?:hd|high)|(?:^|[^a-z])uhd(?![a-z])/;

/** First that fits wins, so the longer name stands before the one it contains (全高清 before 高清). */
const TIER_NAMES: readonly (readonly [RegExp, Tier])[] = [
  [
    /(?<![0-9a-z.])2k\s*(?:\+|plus|以上|及以上|and above)|(?:above|over|beyond|高于|大于)\s*2k/,
    '2k+',
  ],
  [/(?<![0-9a-z.])4k(?![0-9a-z])/, '4k'],
  [/(?<![0-9a-z.])2k(?![0-9a-z])/, '2k'],
  [/全高清|超高清|超清|풀\s*hd|full[\s-]*hd|(?<![a-z])fhd(?![a-z])|(?<![a-z])hd\s*\+/, 'fhd'],
  [/full[\s-]*high[\s-]*definition|class3videotime|videotimefhd/, 'fhd'],
  [/标清|(?<![a-z])sd(?![a-z])|standard[\s-]*definition|class1videotime|videotimesd/, 'sd'],
  [/高清|(?<![a-z])hd(?![a-z])|high[\s-]*definition|class2videotime|videotimehd/, 'hd'],
  [/语音|音频|audio|voice|음성|오디오/, 'audio'],
];

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** The resolution tier that a text names; null when it names none, or one that is ambiguous. */
export function tierFromName(text: string): Tier | null {
  const name = plain(text).replace(CODEC_NAME, ' ').replace(AUDIO_AND_VIDEO, ' ');
  if (AMBIGUOUS.test(name)) return null;
  return TIER_NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** H.264 where nothing is said: until 2022-06-01 it was the only codec on the price list. */
function codecFrom(text: string): Codec {
  return /h\.?\s?265|hevc/.test(text) ? 'h265' : 'h264';
}

/** The names by which a usage row or a bill line says what was used. Absent ones are empty. */
export interface ItemNames {
  readonly subProduct: string;
  readonly item: string;
  readonly fineItem: string;
  /** The attribute column of a usage row (`tgr`), the place where the tier usually stands. */
  readonly attribute: string;
}

/** Services beside the ones that are priced by tier; their names hold words like 语音 or audio. */
const OTHER_SERVICE =
  /识别|翻译|合成|审核|鉴黄|截图|字幕|美颜|变声|插件|月活|recognition|translat|moderation|censor|transcri|speech|subtitle|captur|screenshot|conversation|(?<![a-z])(?:asr|tts|ai|mau)(?![a-z])/;

function accept(name: string): Item | null {
  return isItem(name) ? name : null;
}

function recordingItem(text: string, tier: Tier | null): Item | null {
  if (tier === null) return /路数|并发|channel/.test(text) ? 'recording.channels' : null;
  const kind = /合流|混流|mixed/.test(text)
    ? 'mixed'
    : /单流|single/.test(text)
      ? 'single'
      : /任务|task/.test(text)
        ? 'task'
        : 'output';
  return accept(`recording.${kind}.${tier}`);
}

function transcodingItem(text: string, tier: Tier | null): Item | null {
  if (tier === null) return null;
  return accept(tier === 'audio' ? 'transcoding.audio' : `transcoding.${codecFrom(text)}.${tier}`);
}

function dashboardItem(text: string): Item | null {
  if (/进阶|高级|尊享|advanced/.test(text)) return 'dashboard.advanced';
  return /基础|basic/.test(text) ? 'dashboard.basic' : null;
}

/** The item that the names of a usage row or bill line mean (engine.md 11); null when no rule knows them. */
export function usageItem(names: ItemNames): Item | null {
  const text = plain(
    `${names.subProduct} | ${names.item} | ${names.fineItem} | ${names.attribute}`,
  );
  // The tier stands in the most specific name; the sub-product only names a service.
  const tier =
    tierFromName(names.attribute) ?? tierFromName(names.fineItem) ?? tierFromName(names.item);
  if (/录制|record/.test(text)) return recordingItem(text, tier);
  if (/混流|转码|transcod/.test(text)) return transcodingItem(text, tier);
  if (/仪表盘|dashboard/.test(text)) return dashboardItem(text);
  if (/旁路|转推|relay/.test(text))
    return /带宽|bandwidth|mbps/.test(text) ? 'relay.bandwidth' : null;
  if (OTHER_SERVICE.test(text)) return null;
  return tier === null ? null : accept(`av.${tier}`);
}
