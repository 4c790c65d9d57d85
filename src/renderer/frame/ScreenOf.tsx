import { Suspense, type ComponentType } from 'react';
import { Loading } from '../components/Placeholder';
import { useWords } from '../i18n/use-words';
import type { Screen } from '../routes';
import { onDemand } from './on-demand';

/** What a person sees first once a workspace is open. */
export const firstScreen = async () =>
  (await import('../screens/overview/OverviewScreen')).OverviewScreen;

/** A screen is loaded when it is first gone to, so that the window opens without the others. */
const PAGES: Readonly<Record<Screen, ComponentType<object>>> = {
  overview: onDemand(firstScreen),
  differences: onDemand(
    async () => (await import('../screens/differences/DifferencesScreen')).DifferencesScreen,
  ),
  usage: onDemand(async () => (await import('../screens/usage/UsageScreen')).UsageScreen),
  bills: onDemand(async () => (await import('../screens/bills/BillsScreen')).BillsScreen),
  packages: onDemand(
    async () => (await import('../screens/packages/PackagesScreen')).PackagesScreen,
  ),
  prices: onDemand(async () => (await import('../screens/prices/PricesScreen')).PricesScreen),
  estimate: onDemand(
    async () => (await import('../screens/estimate/EstimateScreen')).EstimateScreen,
  ),
  imports: onDemand(async () => (await import('../screens/imports/ImportsScreen')).ImportsScreen),
  reports: onDemand(async () => (await import('../screens/reports/ReportsScreen')).ReportsScreen),
  settings: onDemand(
    async () => (await import('../screens/settings/SettingsScreen')).SettingsScreen,
  ),
};

export function ScreenOf({ screen }: { readonly screen: Screen }) {
  const { t } = useWords();
  const Page = PAGES[screen];
  return (
    <Suspense key={screen} fallback={<Loading label={t('loading')} lines={9} />}>
      <Page />
    </Suspense>
  );
}
