import { Afterwards } from '../../components/Afterwards';
import { useWords } from '../../i18n/use-words';
import { About } from './About';
import { AccountFacts } from './AccountFacts';
import { Backups } from './Backups';
import { Preferences } from './Preferences';
import { Trail } from './Trail';
import './Settings.css';

export function SettingsScreen() {
  const { t } = useWords();
  return (
    <>
      <h1>{t('screens/settings')}</h1>
      <Preferences />
      <AccountFacts />
      <Afterwards>
        <Backups />
        <Trail />
        <About />
      </Afterwards>
    </>
  );
}
