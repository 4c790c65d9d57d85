import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { engineClient, type EngineClient } from '../../support/engine-client';
import { temporaryFolder } from '../workspace';

/**
 * The columns of FOCUS 1.0 (FinOps Open Cost and Usage Specification, ratified 2024-06-20), in the order of its
 * chapter "Columns", each as its "Content constraints" say: `null` may be empty, `set` never, a list is
 * every value that is allowed.
 */
const FOCUS_1_0: Readonly<Record<string, 'null' | 'set' | readonly string[]>> = {
  AvailabilityZone: 'null',
  BilledCost: 'set',
  BillingAccountId: 'set',
  BillingAccountName: 'null',
  BillingCurrency: 'set',
  BillingPeriodEnd: 'set',
  BillingPeriodStart: 'set',
  ChargeCategory: ['Usage', 'Purchase', 'Tax', 'Credit', 'Adjustment'],
  ChargeClass: ['', 'Correction'],
  ChargeDescription: 'null',
  ChargeFrequency: ['One-Time', 'Recurring', 'Usage-Based'],
  ChargePeriodEnd: 'set',
  ChargePeriodStart: 'set',
  CommitmentDiscountCategory: ['', 'Spend', 'Usage'],
  CommitmentDiscountId: 'null',
  CommitmentDiscountName: 'null',
  CommitmentDiscountStatus: ['', 'Used', 'Unused'],
  CommitmentDiscountType: 'null',
  ConsumedQuantity: 'null',
  ConsumedUnit: 'null',
  ContractedCost: 'set',
  ContractedUnitPrice: 'null',
  EffectiveCost: 'set',
  InvoiceIssuerName: 'set',
  ListCost: 'set',
  ListUnitPrice: 'null',
  PricingCategory: ['', 'Standard', 'Dynamic', 'Committed', 'Other'],
  PricingQuantity: 'null',
  PricingUnit: 'null',
  ProviderName: 'set',
  PublisherName: 'set',
  RegionId: 'null',
  RegionName: 'null',
  ResourceId: 'null',
  ResourceName: 'null',
  ResourceType: 'null',
  ServiceCategory: [
    'AI and Machine Learning',
    'Analytics',
    'Business Applications',
    'Compute',
    'Databases',
    'Developer Tools',
    'Multicloud',
    'Identity',
    'Integration',
    'Internet of Things',
    'Management and Governance',
    'Media',
    'Migration',
    'Mobile',
    'Networking',
    'Security',
    'Storage',
    'Web',
    'Other',
  ],
  ServiceName: 'set',
  SkuId: 'null',
  SkuPriceId: 'null',
  SubAccountId: 'null',
  SubAccountName: 'null',
  Tags: 'null',
};
const NAMES = Object.keys(FOCUS_1_0);
const COSTS = ['BilledCost', 'ContractedCost', 'EffectiveCost', 'ListCost'];
const TIMES = ['BillingPeriodStart', 'BillingPeriodEnd', 'ChargePeriodStart', 'ChargePeriodEnd'];
type Row = Readonly<Record<string, string>>;

const writtenSchema = z.object({ files: z.array(z.string()) });
let client: EngineClient;
let header: readonly string[] = [];
let rows: readonly Row[] = [];

beforeAll(async () => {
  client = engineClient();
  const { paths } = await client.ask('workspace.openSample', {});
  await client.importFiles(paths);
  const { id: runId } = await client.audit(null);
  const folder = temporaryFolder();
  const result = await client.resultOf(
    client.ask('reports.write', { runId, folder, formats: ['focus'], language: 'en' }),
  );
  const text = await readFile(writtenSchema.parse(result).files[0] ?? '', 'utf8');
  const parsed = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  header = parsed.meta.fields ?? [];
  rows = parsed.data;
});
afterAll(() => client.engine.close());

describe('the FOCUS table beside FOCUS 1.0', () => {
  it('has every column of the version in its order, and further ones marked as such', () => {
    expect(NAMES).toHaveLength(43);
    expect(header.slice(0, NAMES.length)).toEqual(NAMES);
    for (const own of header.slice(NAMES.length)) expect(own).toMatch(/^x_[A-Z]\w*$/);
  });

  it('says in each column what the version allows there', () => {
    expect(rows.length).toBeGreaterThan(400);
    for (const name of NAMES) {
      const rule = FOCUS_1_0[name] ?? 'null';
      if (rule === 'null') continue;
      const wrong = rows.map((row) => row[name] ?? '').filter((cell) => isWrong(cell, rule));
      expect(wrong, name).toEqual([]);
    }
    const plain = /^-?\d+(\.\d+)?$/;
    for (const name of COSTS) for (const row of rows) expect(row[name], name).toMatch(plain);
    expect(new Set(rows.map((row) => row['BillingCurrency']))).toEqual(new Set(['CNY']));
  });

  it('keeps the rules that hold between columns', () => {
    for (const row of rows) {
      const category = row['ChargeCategory'] ?? '';
      if (category === 'Purchase') expect(row['ChargeFrequency']).not.toBe('Usage-Based');
      const isPriced = ['Usage', 'Purchase'].includes(category) && row['ChargeClass'] === '';
      if (isPriced) expect(row['PricingCategory']).not.toBe('');
      if ((row['ConsumedQuantity'] ?? '') !== '') expect(row['ConsumedUnit']).not.toBe('');
      if ((row['PricingQuantity'] ?? '') !== '') expect(row['PricingUnit']).not.toBe('');
    }
    expect(new Set(rows.map((row) => row['ChargeCategory']))).toEqual(
      new Set(['Usage', 'Purchase', 'Adjustment']),
    );
  });

  it('writes times in UTC, and each period up to the moment after its end', () => {
    for (const name of TIMES)
      for (const row of rows) expect(row[name], name).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    const days = rows.filter((row) => row['x_Bucket'] === 'settlement' || row['x_Bucket'] === '');
    for (const row of days) {
      // Midnight in UTC+8, on the printed side as on the computed one.
      expect(row['ChargePeriodStart']?.slice(11)).toBe('16:00:00Z');
      expect(row['ChargePeriodEnd']?.slice(11)).toBe('16:00:00Z');
    }
  });

  it('gives a line of another product its own name', () => {
    const others = rows.filter((row) => row['x_Bucket'] === 'other-product');
    expect(others.length).toBeGreaterThan(0);
    for (const row of others) {
      expect(row['ServiceName']).toContain('云服务器');
      expect(row['ServiceCategory']).toBe('Other');
    }
  });
});

function isWrong(cell: string, rule: 'null' | 'set' | readonly string[]): boolean {
  if (rule === 'set') return cell === '';
  return rule !== 'null' && !rule.includes(cell);
}
