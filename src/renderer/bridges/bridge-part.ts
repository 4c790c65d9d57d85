import type { ComparisonFilter } from '../../shared/contract/audits';
import type { BridgePartRow } from '../../shared/contract/bridges';
import { itemField } from '../../shared/contract/fields';
import { formatId } from '../format/decimal-text';
import type { Words } from '../i18n/use-words';

/** By what a month's bridge is taken apart in the window: it is of one month already. */
export type PartsBy = 'application' | 'item';

/** What a part is called: its application, by name where it has one, or its item. */
export function partName(
  { key, name }: Pick<BridgePartRow, 'key' | 'name'>,
  by: PartsBy,
  { t, term }: Words,
): string {
  if (key === null) return t('bridge:noneNamed');
  if (by === 'item') return term('items', key);
  return name === null ? formatId(key) : `${name} ${formatId(key)}`;
}

/** The filter that shows the differences of one part. */
export function partFilter(key: BridgePartRow['key'], by: PartsBy): Partial<ComparisonFilter> {
  if (by === 'application') return { sdkAppId: [key] };
  return { item: [key === null ? null : itemField.parse(key)] };
}
