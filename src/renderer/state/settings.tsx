import {
  createContext,
  useContext,
  useEffect,
  useLayoutEffect,
  useState,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { DesktopSettings, SettingsChange } from '../../shared/contract/desktop';
import { bridge } from '../client/bridge';
import { setLetterKeys } from '../components/letter-keys';
import { setPrivate } from '../format/privacy';
import { speak } from '../i18n/i18n';
import { appearanceOf, type Appearance } from '../theme/appearance';
import { useMedia } from './use-media';

interface SettingsState {
  readonly settings: DesktopSettings;
  readonly change: (change: SettingsChange) => void;
  /** What the chosen theme and the system's wishes come to at this moment. */
  readonly appearance: Appearance;
}

const SettingsContext = createContext<SettingsState | null>(null);

/** Language, look and privacy as the shell keeps them; the document follows at once, without a restart. */
export function SettingsProvider({
  initial,
  children,
}: {
  readonly initial: DesktopSettings;
  readonly children: ReactNode;
}) {
  const { i18n } = useTranslation();
  const [settings, setSettings] = useState(initial);
  const dark = useMedia('(prefers-color-scheme: dark)');
  const contrast = useMedia('(prefers-contrast: more)');
  const forced = useMedia('(forced-colors: active)');
  const appearance = appearanceOf(settings.theme, { dark, contrast, forced });
  const { language, density, privacy, letterKeys } = settings;

  useEffect(() => bridge().desktop.onSettings(setSettings), []);
  useEffect(() => {
    let left = false;
    void speak(i18n, language, () => !left).then(() => {
      if (!left) document.documentElement.lang = language;
    });
    return () => {
      left = true;
    };
  }, [i18n, language]);
  useLayoutEffect(() => {
    Object.assign(document.documentElement.dataset, { theme: appearance, density });
  }, [appearance, density]);
  useLayoutEffect(() => {
    setPrivate(privacy);
    document.documentElement.dataset['privacy'] = String(privacy);
  }, [privacy]);

  useLayoutEffect(() => setLetterKeys(letterKeys), [letterKeys]);

  const change = (change: SettingsChange) => {
    void bridge().desktop.changeSettings(change).then(setSettings);
  };
  return <SettingsContext value={{ settings, change, appearance }}>{children}</SettingsContext>;
}

export function useSettings(): SettingsState {
  const state = useContext(SettingsContext);
  if (!state) throw new Error('SettingsProvider is missing above this component');
  return state;
}
