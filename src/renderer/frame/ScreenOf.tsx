import type { Screen } from '../routes';
import { BillsScreen } from '../screens/bills/BillsScreen';
import { DifferencesScreen } from '../screens/differences/DifferencesScreen';
import { ImportsScreen } from '../screens/imports/ImportsScreen';
import { OverviewScreen } from '../screens/overview/OverviewScreen';
import { PackagesScreen } from '../screens/packages/PackagesScreen';
import { PricesScreen } from '../screens/prices/PricesScreen';
import { SettingsScreen } from '../screens/settings/SettingsScreen';

export function ScreenOf({ screen }: { readonly screen: Screen }) {
  switch (screen) {
    case 'overview':
      return <OverviewScreen />;
    case 'differences':
      return <DifferencesScreen />;
    case 'bills':
      return <BillsScreen />;
    case 'packages':
      return <PackagesScreen />;
    case 'prices':
      return <PricesScreen />;
    case 'imports':
      return <ImportsScreen />;
    case 'settings':
      return <SettingsScreen />;
  }
}
