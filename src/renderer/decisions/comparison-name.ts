import { formatId } from '../format/decimal-text';
import type { Words } from '../i18n/use-words';

/**
 * A comparison's id, "first day/application/item", in a reader's words; "-" stands for what is not named.
 * `appName`: the owner's name for an application.
 */
export function comparisonName(
  id: string,
  { term }: Pick<Words, 'term'>,
  appName: (sdkAppId: string) => string | undefined,
): string {
  const [day = '', sdkAppId = '', itemAndLine = ''] = id.split('/');
  const [item = ''] = itemAndLine.split('#');
  const app = sdkAppId === '-' ? [] : [appName(sdkAppId), formatId(sdkAppId)];
  return [day, app.filter(Boolean).join(' '), item === '-' ? '' : term('items', item)]
    .filter(Boolean)
    .join(' · ');
}
