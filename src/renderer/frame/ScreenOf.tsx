import type { Screen } from '../routes';
import { DifferencesScreen } from '../screens/differences/DifferencesScreen';
import { ImportsScreen } from '../screens/imports/ImportsScreen';
import { OverviewScreen } from '../screens/overview/OverviewScreen';
import { SettingsScreen } from '../screens/settings/SettingsScreen';

export function ScreenOf({ screen }: { readonly screen: Screen }) {
  switch (screen) {
    case 'overview':
      return <OverviewScreen />;
    case 'differences':
      return <DifferencesScreen />;
    case 'imports':
      return <ImportsScreen />;
    case 'settings':
      return <SettingsScreen />;
  }
}
