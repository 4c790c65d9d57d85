import type { Words } from '../i18n/use-words';
import type { Place } from '../state/navigation';
import type { PaletteEntry } from './palette-entry';

/** The parts of Settings, by the key of the heading that each stands under. */
const HEADINGS = [
  'preferences:title',
  'account/derivedTitle',
  'account/statedTitle',
  'account-form:parts/identity',
  'account-form:parts/apps',
  'account-form:parts/payAsYouGo',
  'account-form:parts/trial',
  'account-form:parts/packages',
  'account-form:parts/contract',
  'account-form:parts/overrides',
  'account-form:parts/limits',
  'account-form:parts/policy',
  'backups:title',
  'trail:title',
  'about/title',
] as const;

export function settingsEntries({ t }: Words, go: (place: Place) => void): readonly PaletteEntry[] {
  return HEADINGS.map((key) => {
    const heading = t(key);
    return {
      id: `settings-${key}`,
      group: 'parts',
      title: heading,
      detail: t('screens/settings'),
      also: key,
      run: () => go({ screen: 'settings', heading }),
    };
  });
}
