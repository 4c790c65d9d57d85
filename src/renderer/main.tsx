import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { App } from './App';
import { bridge } from './client/bridge';
import { createJobStore } from './client/job-store';
import { setPrivate } from './format/privacy';
import { createI18n } from './i18n/i18n';
import { SettingsProvider } from './state/settings';
import './theme/tokens.css';
import './theme/base.css';

async function start(root: HTMLElement): Promise<void> {
  const { desktop, transport } = bridge();
  const jobs = createJobStore(transport);
  const settings = await desktop.settings();
  // Before anything is drawn: nothing private may flash up.
  setPrivate(settings.privacy);
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={createI18n(settings.language)}>
        <SettingsProvider initial={settings}>
          <App jobs={jobs} />
        </SettingsProvider>
      </I18nextProvider>
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root) void start(root);
