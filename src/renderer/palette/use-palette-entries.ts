import { useMemo } from 'react';
import { DENSITIES, THEMES } from '../../shared/contract/looks';
import { LANGUAGES } from '../../shared/contract/languages';
import { useAccountApps } from '../client/use-account-apps';
import { formatPeriod } from '../format/day-text';
import { formatId } from '../format/decimal-text';
import { useWords } from '../i18n/use-words';
import { SCREENS } from '../routes';
import { useMonth } from '../state/month';
import { useNavigation } from '../state/navigation';
import { useSettings } from '../state/settings';
import type { PaletteEntry } from './palette-entry';
import { settingsEntries } from './settings-entries';

/** What the frame can do, by the key of its name in `palette:actions`. */
export type FrameActions = Readonly<Record<string, () => void>>;

/** Everything the palette knows without asking the engine. */
export function usePaletteEntries(open: boolean, actions: FrameActions): readonly PaletteEntry[] {
  const words = useWords();
  const { t, language } = words;
  const { months, choose } = useMonth();
  const { go } = useNavigation();
  const { settings, change } = useSettings();
  const apps = useAccountApps();
  return useMemo<readonly PaletteEntry[]>(() => {
    const screens = SCREENS.map((screen) => ({
      id: `screen-${screen}`,
      group: 'screens' as const,
      title: t(`screens/${screen}`),
      also: screen,
      run: () => go({ screen }),
    }));
    const monthEntries = months.map((period) => ({
      id: `month-${period.from}`,
      group: 'months' as const,
      title: formatPeriod(period, language),
      also: period.from,
      run: () => choose(period.from),
    }));
    const appEntries = apps.map(({ sdkAppId, name }) => ({
      id: `app-${sdkAppId}`,
      group: 'applications' as const,
      title: name ?? formatId(sdkAppId),
      ...(name === undefined ? {} : { detail: formatId(sdkAppId) }),
      also: sdkAppId,
      run: () => go({ screen: 'differences', filter: { sdkAppId: [sdkAppId] } }),
    }));
    const actionEntries = Object.entries(actions).map(([name, run]) => ({
      id: `action-${name}`,
      group: 'actions' as const,
      title: t(`palette:actions/${name}`),
      also: name,
      run,
    }));
    const looks = [
      ...LANGUAGES.map((value) => ({
        id: `language-${value}`,
        title: t(`language/${value}`),
        detail: t('language/label'),
        also: `language ${value}`,
        run: () => change({ language: value }),
      })),
      ...THEMES.map((value) => ({
        id: `theme-${value}`,
        title: t(`theme/${value}`),
        detail: t('theme/label'),
        also: `theme ${value}`,
        run: () => change({ theme: value }),
      })),
      ...DENSITIES.map((value) => ({
        id: `density-${value}`,
        title: t(`palette:densities/${value}`),
        detail: t('palette:density'),
        also: `density ${value}`,
        run: () => change({ density: value }),
      })),
      {
        id: 'privacy',
        title: t(settings.privacy ? 'privacy/show' : 'privacy/hide'),
        detail: t('privacy/label'),
        also: 'privacy',
        run: () => change({ privacy: !settings.privacy }),
      },
    ].map((entry) => ({ ...entry, group: 'looks' as const }));
    return open
      ? [
          ...screens,
          ...monthEntries,
          ...appEntries,
          ...actionEntries,
          ...looks,
          ...settingsEntries(words, go),
        ]
      : [...actionEntries, ...looks];
  }, [words, t, language, months, choose, go, settings.privacy, change, apps, actions, open]);
}
