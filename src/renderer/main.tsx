import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
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
  const { settings, workspaceOpen } = await desktop.atStart();
  // Before anything is drawn: nothing private may flash up.
  setPrivate(settings.privacy);
  const i18n = await createI18n(settings.language);
  const page = createRoot(root);
  // At once and in one piece: there is nothing yet that could be kept waiting.
  flushSync(() =>
    page.render(
      <StrictMode>
        <I18nextProvider i18n={i18n}>
          <SettingsProvider initial={settings}>
            <App jobs={jobs} workspaceOpen={workspaceOpen} />
          </SettingsProvider>
        </I18nextProvider>
      </StrictMode>,
    ),
  );
}

const root = document.getElementById('root');
if (root) void start(root);
