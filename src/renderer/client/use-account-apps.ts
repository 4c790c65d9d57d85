import { useMemo } from 'react';
import { useEngineQuery } from './engine-query';
import { statedApps, type StatedApp } from './stated-apps';

/** The applications that the stated account names. */
export function useAccountApps(): readonly StatedApp[] {
  const json = useEngineQuery('account.get', {}).data?.json ?? null;
  return useMemo(() => (json === null ? [] : statedApps(json)), [json]);
}

/** Their names by id; those without a name are left out. */
export function useAppNames(): ReadonlyMap<string, string> {
  const apps = useAccountApps();
  return useMemo(
    () => new Map(apps.flatMap(({ sdkAppId, name }) => (name ? [[sdkAppId, name] as const] : []))),
    [apps],
  );
}
