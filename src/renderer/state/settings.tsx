import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DesktopSettings, SettingsChange } from '../../shared/contract/desktop';
import { bridge } from '../client/bridge';

interface SettingsState {
  readonly settings: DesktopSettings;
  readonly change: (change: SettingsChange) => void;
  /** What `system` comes to at this moment. */
  readonly appearance: 'light' | 'dark';
}

const SettingsContext = createContext<SettingsState | null>(null);
const DARK = '(prefers-color-scheme: dark)';

/** Language and theme as the shell keeps them; the document follows at once, without a restart. */
export function SettingsProvider({
  initial,
  children,
}: {
  readonly initial: DesktopSettings;
  readonly children: ReactNode;
}) {
  const { i18n } = useTranslation();
  const [settings, setSettings] = useState(initial);
  const [systemDark, setSystemDark] = useState(() => matchMedia(DARK).matches);
  const appearance = settings.theme === 'system' ? (systemDark ? 'dark' : 'light') : settings.theme;

  useEffect(() => bridge().desktop.onSettings(setSettings), []);
  useEffect(() => {
    const media = matchMedia(DARK);
    const follow = () => setSystemDark(media.matches);
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);
  useEffect(() => {
    document.documentElement.lang = settings.language;
    void i18n.changeLanguage(settings.language);
  }, [i18n, settings.language]);
  useEffect(() => {
    document.documentElement.dataset['theme'] = appearance;
  }, [appearance]);

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
