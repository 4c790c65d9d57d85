import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Input, MethodName } from '../../src/shared/contract/contract';
import type { EngineClient } from '../support/engine-client';
import type { Random } from '../support/random';
import { FIXTURES, fileWith } from './workspace';

const fixture = (name: string) => join(FIXTURES, name);

const USAGE = readFileSync(fixture('cn_usage_detail_rav_daily.csv'), 'utf8');
/** The usage with one cell of some rows unreadable, and with other numbers in some rows. */
const changedUsage = (value: string) => {
  const [header = '', ...rows] = USAGE.trimEnd().split(/\r?\n/);
  const changed = rows.map((row, index) =>
    index % 5 === 0 ? row.split(',').with(11, value).join(',') : row,
  );
  return [header, ...changed, ''].join('\n');
};

/** Files of every kind, by what is in them. */
export const FILES = {
  'usage by day': () => fixture('cn_usage_detail_rav_daily.csv'),
  'usage in five minutes': () => fixture('cn_usage_detail_rav_5min.csv'),
  'usage of the console, a column a tier': () => fixture('trtc_console_usage_daily.csv'),
  'usage that names no application': () => fixture('trtc_console_usage_5min.csv'),
  'usage with other numbers': () => fileWith(changedUsage('12345'), 'other-numbers.csv'),
  'usage that cannot be read in part': () => fileWith(changedUsage('#REF!'), 'broken.csv'),
  'received streams': () => fixture('stream_segments.csv'),
  'a bill': () => fixture('cn_L3_detail.csv'),
  'a bill by resource': () => fixture('cn_L2_resource.csv'),
  'a list of packages': () => fixture('trtc_package_list.csv'),
  'what packages gave': () => fixture('trtc_package_deduction.csv'),
};

/** One act of a person, through the contract; what is refused changes nothing. */
export type Act = (client: EngineClient, random: Random) => Promise<unknown>;

const tried = async <M extends MethodName>(client: EngineClient, method: M, input: Input<M>) => {
  const answer = await client.transport.invoke(method, input);
  return answer.ok ? answer.value : null;
};
const onOneImport =
  (method: 'imports.undo' | 'imports.redo' | 'imports.replace' | 'imports.keepBoth'): Act =>
  async (client, random) => {
    const imports = await client.imports();
    if (imports.length === 0) return;
    await tried(client, method, { importId: random.pick(imports).id });
  };
const quarantined = async (client: EngineClient, state: 'open' | 'corrected') => {
  const page = { importId: null, state, offset: 0, limit: 20 };
  return (await client.ask('imports.quarantine', page)).rows;
};
const stating =
  (stated: object): Act =>
  async (client) =>
    client.ask('account.set', { json: JSON.stringify({ firstAppOn: '2022-01-01', ...stated }) });

/** What a person may do to a workspace, by name. */
export const ACTS: Readonly<Record<string, Act>> = {
  ...Object.fromEntries(
    Object.entries(FILES).map(([name, path]): [string, Act] => [
      `imports ${name}`,
      (client) => client.importFiles([path()]),
    ]),
  ),
  undo: onOneImport('imports.undo'),
  redo: onOneImport('imports.redo'),
  'lets an export replace another': onOneImport('imports.replace'),
  'counts both': onOneImport('imports.keepBoth'),
  'says whose use it is': async (client, random) => {
    const imports = await client.imports();
    const sdkAppId = random.pick(['1400000001', '1400000009', null]);
    for (const { id: importId } of imports)
      await tried(client, 'imports.sayApplication', { importId, sdkAppId });
  },
  'corrects rows': async (client) => {
    const corrections = (await quarantined(client, 'open')).map(({ importId, row, cells }) => ({
      ...{ importId, row, cells: cells.with(11, '77') },
    }));
    if (corrections.length > 0) await tried(client, 'imports.correctRows', { corrections });
  },
  'reopens rows': async (client) => {
    const rows = (await quarantined(client, 'corrected')).map(({ importId, row }) => ({
      importId,
      row,
    }));
    if (rows.length > 0) await client.ask('imports.reopenRows', { rows });
  },
  'says what components are': (client, random) =>
    client.ask('imports.setItemRules', {
      rules: random.chance(0.4) ? [] : [{ contains: '高清', item: random.pick(['av.fhd', null]) }],
    }),
  'is in China': stating({ site: 'cn' }),
  'is abroad': stating({ site: 'intl' }),
};
