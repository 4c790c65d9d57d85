import { useWords } from '../i18n/use-words';
import { useSettings } from '../state/settings';

/** Hides amounts, quantities and ids on the screen; for a look over the shoulder, and for pictures of it. */
export function PrivacySwitch() {
  const { t } = useWords();
  const { settings, change } = useSettings();
  return (
    <button
      type="button"
      className="topbar-icon"
      aria-pressed={settings.privacy}
      aria-label={t('privacy/label')}
      title={t(settings.privacy ? 'privacy/show' : 'privacy/hide')}
      data-testid="privacy"
      onClick={() => change({ privacy: !settings.privacy })}
    >
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <path d="M2 10s3-5.5 8-5.5S18 10 18 10s-3 5.5-8 5.5S2 10 2 10z" />
        <circle cx="10" cy="10" r="2.4" />
        {settings.privacy && <path d="M3.5 16.5l13-13" />}
      </svg>
    </button>
  );
}
