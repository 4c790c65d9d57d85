import { useWords } from '../i18n/use-words';
import { SCREENS } from '../routes';
import { useAccountDraft } from '../state/account-draft';
import { useNavigation } from '../state/navigation';

export function Rail() {
  const { t } = useWords();
  const { place, go } = useNavigation();
  const { unsaved } = useAccountDraft();
  return (
    <nav className="rail" aria-label={t('rail/label')}>
      {SCREENS.map((screen) => (
        <button
          key={screen}
          type="button"
          data-testid={`nav-${screen}`}
          aria-current={place.screen === screen ? 'page' : undefined}
          onClick={() => go({ screen })}
        >
          {t(`screens/${screen}`)}
          {screen === 'settings' && unsaved && (
            <span className="rail-unsaved" title={t('account-form:unsaved')}>
              <span className="visually-hidden">{t('account-form:unsaved')}</span>
            </span>
          )}
        </button>
      ))}
    </nav>
  );
}
