import { useWords } from '../i18n/use-words';
import { SCREENS } from '../routes';
import { useNavigation } from '../state/navigation';

export function Rail() {
  const { t } = useWords();
  const { place, go } = useNavigation();
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
        </button>
      ))}
    </nav>
  );
}
