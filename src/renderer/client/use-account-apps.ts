import { useMemo } from 'react';
import { z } from 'zod';
import { useEngineQuery } from './engine-query';

const statedApps = z.object({
  apps: z.array(z.object({ sdkAppId: z.string(), name: z.string().optional() })),
});

/** The applications that the stated account names. */
export function useAccountApps(): z.infer<typeof statedApps>['apps'] {
  const json = useEngineQuery('account.get', {}).data?.json ?? null;
  return useMemo(() => {
    if (json === null) return [];
    const stated = statedApps.safeParse(JSON.parse(json));
    return stated.success ? stated.data.apps : [];
  }, [json]);
}
