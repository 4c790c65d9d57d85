import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import { Loading } from '../components/Placeholder';
import { useWords } from '../i18n/use-words';
import type { Screen } from '../routes';

/** A screen is loaded when it is first gone to, so that the window opens without the others. */
function onDemand(load: () => Promise<ComponentType>): ReactNode {
  const Page = lazy(async () => ({ default: await load() }));
  return <Page />;
}

const PAGES: Readonly<Record<Screen, ReactNode>> = {
  overview: onDemand(
    async () => (await import('../screens/overview/OverviewScreen')).OverviewScreen,
  ),
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
  return (
    <Suspense key={screen} fallback={<Loading label={t('loading')} lines={9} />}>
      {PAGES[screen]}
    </Suspense>
  );
}
