import { z } from 'zod';

export const SITES = ['cn', 'intl'] as const;

/** Empty text means: not stated. Days are `YYYY-MM-DD`. */
export interface BasicFacts {
  readonly name: string;
  readonly uin: string;
  readonly site: (typeof SITES)[number];
  readonly registeredOn: string;
  readonly firstAppOn: string;
}

const stated = z.looseObject({
  name: z.string().catch(''),
  uin: z.string().catch(''),
  site: z.enum(SITES).catch('cn'),
  registeredOn: z.string().catch(''),
  firstAppOn: z.string().catch(''),
});

const NOTHING_STATED = { apps: [], packages: [], contract: [], policy: {} };

function parsed(json: string | null): z.infer<typeof stated> {
  return stated.parse(json === null ? NOTHING_STATED : JSON.parse(json));
}

export function readFacts(json: string | null): BasicFacts {
  const { name, uin, site, registeredOn, firstAppOn } = parsed(json);
  return { name, uin, site, registeredOn, firstAppOn };
}

/** account.json with these facts in it; everything else it states stays, a day that was emptied goes. */
export function mergeFacts(json: string | null, facts: BasicFacts): string {
  const { registeredOn, firstAppOn, ...rest } = { ...parsed(json), ...facts };
  return JSON.stringify(
    {
      ...rest,
      ...(registeredOn === '' ? {} : { registeredOn }),
      ...(firstAppOn === '' ? {} : { firstAppOn }),
    },
    null,
    2,
  );
}
