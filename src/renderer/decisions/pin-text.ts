import type { StoredPin } from '../../shared/contract/decision-records';
import { formatStretch } from '../format/day-text';
import { formatId } from '../format/decimal-text';
import type { Words } from '../i18n/use-words';
import { comparisonName } from './comparison-name';

/** What a person said about a match, as a sentence. `appName`: the owner's name for an application. */
export function pinText(
  pin: StoredPin,
  { t, term }: Pick<Words, 't' | 'term'>,
  appName: (sdkAppId: string) => string | undefined,
): string {
  const app = (id: string) => [appName(id), formatId(id)].filter(Boolean).join(' ');
  switch (pin.kind) {
    case 'apart':
      return t('decisions:match/pin/apart');
    case 'placed':
      return t('decisions:match/pin/placed', {
        item: term('items', pin.item),
        app: app(pin.sdkAppId),
        days: formatStretch(pin.from, pin.to),
      });
    case 'confirmed':
      return t('decisions:match/pin/confirmed', {
        row: comparisonName(pin.comparisonId, { term }, appName),
      });
  }
}
