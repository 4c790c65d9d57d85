import { languageField } from '../../../shared/contract/fields';
import { DENSITIES, THEMES } from '../../../shared/contract/looks';
import { Section } from '../../components/Section';
import { useWords } from '../../i18n/use-words';
import { useSettings } from '../../state/settings';
import { ChoiceField } from './account/ChoiceField';

const SIGHTS = ['shown', 'hidden'] as const;
const LETTERS = ['letters', 'noLetters'] as const;

/** How the window looks and reads on this computer, whatever workspace is open. */
export function Preferences() {
  const { t } = useWords();
  const { settings, change } = useSettings();
  return (
    <Section title={t('preferences:title')} aside={t('preferences:lead')}>
      <div className="preferences">
        <ChoiceField
          label={t('language/label')}
          testId="preference-language"
          value={settings.language}
          options={languageField.options.map((value) => ({ value, label: t(`language/${value}`) }))}
          onChange={(language) => change({ language })}
        />
        <ChoiceField
          label={t('theme/label')}
          testId="preference-theme"
          value={settings.theme}
          options={THEMES.map((value) => ({ value, label: t(`theme/${value}`) }))}
          onChange={(theme) => change({ theme })}
        />
        <ChoiceField
          label={t('preferences:density')}
          testId="preference-density"
          value={settings.density}
          options={DENSITIES.map((value) => ({
            value,
            label: t(`preferences:densities/${value}`),
          }))}
          onChange={(density) => change({ density })}
        />
        <ChoiceField
          label={t('preferences:privacy')}
          testId="preference-privacy"
          value={settings.privacy ? 'hidden' : 'shown'}
          options={SIGHTS.map((value) => ({ value, label: t(`preferences:${value}`) }))}
          onChange={(sight) => change({ privacy: sight === 'hidden' })}
        />
        <ChoiceField
          label={t('preferences:letterKeys')}
          testId="preference-letterKeys"
          value={settings.letterKeys ? 'letters' : 'noLetters'}
          options={LETTERS.map((value) => ({ value, label: t(`preferences:${value}`) }))}
          onChange={(letters) => change({ letterKeys: letters === 'letters' })}
        />
      </div>
    </Section>
  );
}
