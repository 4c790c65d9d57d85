import { join } from 'node:path';
import { z } from 'zod';
import type { Decimal } from '../../src/shared/money/decimal';
import { decimal, sum, toText, ZERO } from '../../src/shared/money/decimal';
import type { BillLine } from '../../src/shared/bill/bill-line';
import { importOutcomeSchema, type ImportOutcome } from '../../src/shared/contract/imports';
import { billLines } from '../../src/main/engine/store/evidence/bill-lines';
import { usageSeries } from '../../src/main/engine/store/evidence/usage';
import type { OpenWorkspace } from '../../src/main/engine/store/workspace/workspace-file';
import { FIXTURES, opened, temporaryFolder } from '../engine/workspace';
import { engineClient, type EngineClient } from '../support/engine-client';

export interface Dropped {
  readonly client: EngineClient;
  readonly outcomes: readonly ImportOutcome[];
  /** The workspace as the engine left it, to be looked into. */
  readonly open: OpenWorkspace;
}

/**
 * Drops files into a fresh workspace exactly as the window does: looks at them, has the change foretold, and
 * imports what can be read, with nothing said besides. `look` sees the workspace while the engine has it open.
 */
export async function dropped<T>(
  names: readonly string[],
  look: (dropped: Dropped) => Promise<T> | T,
): Promise<T> {
  const client = engineClient();
  const path = join(temporaryFolder(), 'fresh.recount');
  try {
    await client.ask('workspace.create', { path });
    const paths = names.map((name) => join(FIXTURES, name));
    const override = {};
    const readings = await client.ask('imports.inspect', { paths, override });
    const readable = [...new Set(readings.filter(({ ok }) => ok).map((file) => file.path))];
    let outcomes: ImportOutcome[] = readings.flatMap((file) =>
      file.ok ? [] : [{ outcome: 'failed' as const, path: file.path, error: file.error }],
    );
    if (readable.length > 0) {
      await client.resultOf(client.ask('imports.forecast', { paths: readable, override }));
      const start = { paths: readable, override, replace: false };
      const end = await client.resultOf(client.ask('imports.start', start));
      outcomes = [...outcomes, ...z.array(importOutcomeSchema).parse(end)];
    }
    return await look({ client, outcomes, open: opened(path) });
  } finally {
    await client.engine.close();
  }
}

const TIERS = { 'av.audio': 'Audio', 'av.sd': 'SD', 'av.hd': 'HD', 'av.fhd': 'FullHD' } as const;
export const tierOf = (item: string): string =>
  item in TIERS ? TIERS[item as keyof typeof TIERS] : item;

/** Minutes by tier of one application; tiers without a minute where the file has a column for them. */
export function minutesOf(open: OpenWorkspace, sdkAppId: string): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const one of usageSeries(open.readable, null))
    if (one.sdkAppId === sdkAppId && one.item in TIERS)
      sums[tierOf(one.item)] = (sums[tierOf(one.item)] ?? 0) + (one.minutesE4 ?? 0) / 10_000;
  return sums;
}

export function total(
  open: OpenWorkspace,
  of: (line: BillLine) => Decimal | null,
  where: (line: BillLine) => boolean = () => true,
): Decimal {
  return sum(
    billLines(open.readable)
      .filter(where)
      .map((line) => of(line) ?? ZERO),
  );
}

/** As the samples print amounts: with this many decimals. */
export function printed(value: Decimal, decimals = 8): string {
  const [whole = '', fraction = ''] = toText(value).split('.');
  if (fraction.length > decimals) throw new Error(`${toText(value)} has more decimals`);
  return `${whole}.${fraction.padEnd(decimals, '0')}`;
}

/** Minutes that the settlement lines of an item charge. */
export function chargedMinutes(line: BillLine): Decimal {
  const quantity = line.quantity ?? ZERO;
  return quantity.times(line.quantityUnit === '千分钟' ? decimal(1000) : decimal(1));
}
