import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RESOURCES, type EngineClient } from '../support/engine-client';
import type { Random } from '../support/random';
import { ACTS, FILES, type Act } from './acts';
import { temporaryFolder } from './workspace';

/** A published price book with another price in it, as a user gives it. */
function ownBook(random: Random): string {
  const text = readFileSync(join(RESOURCES, 'price-books/cn.json'), 'utf8');
  const path = join(temporaryFolder(), 'own-book.json');
  writeFileSync(path, text.replace('"CN-1"', `"CN-1 ${random.pick(['a', 'b'])}"`));
  return path;
}

const stating =
  (...choices: readonly object[]): Act =>
  async (client, random) =>
    client.ask('account.set', {
      json: JSON.stringify({ site: 'cn', firstAppOn: '2022-01-01', ...random.pick(choices) }),
    });

const PACK = { id: 'pkg-1', minutes: 55_000, purchasedAt: '2023-05-20T10:00:00' };
const TERM = { item: 'av.hd', from: '2023-06-02', reference: 'C-1' };

/** Decides, or takes back, what the newest audit found. */
const deciding: Act = async (client, random) => {
  const run = (await client.ask('audits.latest', { period: null })) ?? (await tryAudit(client));
  if (!run) return;
  const rows = { filter: { onlyDiscrepancies: random.chance(0.5) } };
  const verdict = random.pick(['accept', 'dispute', 'ask'] as const);
  await client.ask('decisions.set', { runId: run.id, rows, verdict });
};

/** null: there is nothing to audit. */
export async function tryAudit(client: EngineClient) {
  await client.endOf(client.ask('audits.start', { period: null }));
  return await client.ask('audits.latest', { period: null });
}

/** A mapping that a person might have made: the one that a bill is recognised by. */
async function someMapping(client: EngineClient) {
  const table = { path: FILES['a bill'](), fileName: null, sheet: null };
  const { header, mapping } = await client.ask('imports.draftMapping', { table });
  return { header, mapping };
}

/** Everything that a person may do to a workspace and take back again. */
export const HISTORY_ACTS: Readonly<Record<string, Act>> = {
  ...ACTS,
  'states packages': stating({ packages: [PACK] }, { packages: [{ ...PACK, minutes: 5000 }] }, {}),
  'agrees prices': stating(
    { contract: [{ ...TERM, price: '20' }] },
    { contract: [{ ...TERM, discount: '0.8' }] },
  ),
  'chooses policies': stating(
    { policy: { meteringScope: 'account' } },
    { policy: { meteringPeriod: 'month' }, references: { meteringPeriod: 'p. 4' } },
    { limits: { absolute: '0.05' } },
  ),
  'names applications': stating(
    { apps: [{ sdkAppId: '1400000001', name: '课堂' }] },
    { apps: [{ sdkAppId: '1400000001' }, { sdkAppId: '1400000009' }] },
  ),
  'takes an own price book': async (client, random) =>
    client.ask('prices.setBook', { path: ownBook(random) }),
  'takes the published prices': (client) => client.ask('prices.removeBook', { site: 'cn' }),
  'saves a view': async (client, random) =>
    client.ask('views.save', {
      name: random.pick(['一', 'b']),
      view: {
        grid: 'bills',
        filter: { bucket: random.pick(['settlement', 'credit']), onlyFindings: false },
        sort: { by: 'day', descending: false },
        layout: null,
      },
    }),
  'removes a view': async (client, random) => {
    const views = await client.ask('views.list', { grid: 'bills' });
    if (views.length > 0)
      await client.ask('views.remove', { grid: 'bills', name: random.pick(views).name });
  },
  'saves a profile': async (client, random) =>
    client.ask('imports.saveProfile', {
      name: random.pick(['mine', '我的']),
      ...(await someMapping(client)),
    }),
  'removes a profile': async (client, random) => {
    const profiles = await client.ask('imports.profiles', {});
    if (profiles.length > 0)
      await client.ask('imports.removeProfile', { profileId: random.pick(profiles).id });
  },
  'dismisses rows': async (client) => {
    const page = { importId: null, state: 'open', offset: 0, limit: 3 } as const;
    const rows = (await client.ask('imports.quarantine', page)).rows;
    if (rows.length > 0)
      await client.ask('imports.dismissRows', {
        rows: rows.map(({ importId, row }) => ({ importId, row })),
        reason: 'a total',
      });
  },
  decides: deciding,
  'makes a rule': async (client, random) =>
    client.ask('rules.add', {
      cause: 'old-price',
      item: null,
      sdkAppId: null,
      verdict: 'accept',
      cap: '100',
      until: '2099-01-01' as never,
      note: '',
      // Such a rule decides by itself in the next audit, which is a step of its own.
      automatic: random.chance(0.5),
    }),
};
