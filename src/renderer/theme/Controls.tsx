import { ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words';
import { useSettings } from '../state/settings';
import { antdTheme } from './antd-theme';

/** Gives the controls below it the window's look. What stands in it is loaded on demand: the library is large. */
export function Controls({ children }: { readonly children: ReactNode }) {
  const { t } = useWords();
  const { appearance } = useSettings();
  return (
    <ConfigProvider
      theme={antdTheme(appearance)}
      button={{ autoInsertSpace: false }}
      modal={{ closable: { 'aria-label': t('explain/close') }, closeIcon: '✕' }}
    >
      {children}
    </ConfigProvider>
  );
}
