import { isItem, type Item } from '../../../../shared/catalog/item';
import type { Tier } from '../../../../shared/catalog/tier';
import words from '../../../../../resources/import-profiles/words/tier-columns.json';
import { headerName } from './header-name';
import { usageUnit, type UsageUnit } from '../cells/usage-quantity';

/**
 * The services whose usage the console shows in columns of tiers. They look alike: nothing but the name of
 * the file, a word in the header or the user tells a recording from a call.
 */
export const TIER_SERVICES = [
  'av',
  'recording.output',
  'recording.single',
  'recording.mixed',
  'transcoding',
] as const;
export type TierService = (typeof TIER_SERVICES)[number];

/** What a column that holds the usage of one tier says in its header. */
export interface TierColumn {
  readonly tier: Tier;
  readonly codec: 'h264' | 'h265' | null;
  /** null where the header does not name one. */
  readonly service: TierService | null;
  /** Minutes that cost nothing, or only those that do; null: no such word. */
  readonly charging: 'free' | 'paid' | null;
  /** null where the header does not name one. */
  readonly unit: UsageUnit | null;
}

type Word =
  | readonly ['tier', Tier]
  | readonly ['service', TierService]
  | readonly ['codec', 'h264' | 'h265']
  | readonly ['charging', 'free' | 'paid']
  | readonly ['filler', null];

function wordsOf<Key extends string>(
  kind: Word[0],
  group: Readonly<Record<Key, readonly string[]>>,
): (readonly [string, Word])[] {
  return Object.entries<readonly string[]>(group).flatMap(([value, names]) =>
    names.map((name) => [headerName(name), [kind, value] as unknown as Word] as const),
  );
}

/** Longest first: 全高清 before 高清, HD+ before HD. */
const WORDS: readonly (readonly [string, Word])[] = [
  ...wordsOf('tier', words.tiers),
  ...wordsOf('service', words.services),
  ...wordsOf('codec', words.codecs),
  ...wordsOf('charging', words.charging),
  ...words.filler.map((name) => [headerName(name), ['filler', null] as const] as const),
].sort(([a], [b]) => b.length - a.length);

const BETWEEN = /^[-_/·.,、:()]+/;
const UNIT = /\(([^()]+)\)$|[/_]([^/_()]+)$/;

/** Reads a header word by word; null: it is not the name of a tier's usage, whatever else it is. */
export function tierColumn(header: string): TierColumn | null {
  let rest = headerName(header);
  const inBrackets = UNIT.exec(rest);
  const unit = inBrackets ? usageUnit(inBrackets[1] ?? inBrackets[2] ?? '') : null;
  if (unit && inBrackets) rest = rest.slice(0, inBrackets.index);
  const found = new Map<Word[0], string>();
  while (rest !== '') {
    rest = rest.replace(BETWEEN, '');
    if (rest === '') break;
    const next = WORDS.find(([name]) => rest.startsWith(name));
    if (!next) return null;
    const [name, [kind, value]] = next;
    rest = rest.slice(name.length);
    if (value === null) continue;
    const before = found.get(kind);
    // 云端录制 and 单流 together mean the narrower one; two tiers are no tier.
    if (before !== undefined && before !== value && kind !== 'service') return null;
    if (before === undefined || before === 'recording.output' || value !== 'recording.output')
      found.set(kind, value);
  }
  const tier = found.get('tier');
  if (tier === undefined) return null;
  return {
    tier: tier as Tier,
    codec: (found.get('codec') ?? null) as TierColumn['codec'],
    service: (found.get('service') ?? null) as TierColumn['service'],
    charging: (found.get('charging') ?? null) as TierColumn['charging'],
    unit,
  };
}

/** The service that a text names (a cell, the name of a file); null: none. */
export function tierServiceIn(text: string): TierService | null {
  const name = text.normalize('NFKC').toLowerCase();
  if (/转码|transcod/.test(name) || (/混流/.test(name) && !/录制|record/.test(name)))
    return 'transcoding';
  if (/录制|record/.test(name)) {
    if (/单流|single/.test(name)) return 'recording.single';
    return /合流|混流|mixed|multi/.test(name) ? 'recording.mixed' : 'recording.output';
  }
  return /音视频互动|互动时长|trtcusage|interactive/.test(name) ? 'av' : null;
}

/** The billing item of a column; `service`: of a column that names none. Null: there is no such item. */
export function itemOfColumn(column: TierColumn, service: TierService): Item | null {
  const own = column.service ?? (column.codec === null ? service : 'transcoding');
  const name =
    own === 'transcoding' && column.tier !== 'audio'
      ? `transcoding.${column.codec ?? 'h264'}.${column.tier}`
      : `${own}.${column.tier}`;
  return isItem(name) ? name : null;
}
