import { createHash, createHmac } from 'node:crypto';
import type { RestatedRowView } from '../../../shared/contract/import-changes';
import { paramKind } from '../../../shared/contract/param-kind';
import type { ReportSource } from './report-source';

/** Crockford's alphabet: no letter that is taken for a digit. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LETTERS = 10;
/** Accounts and applications have at least nine digits; a date has eight. */
const LONG_NUMBER = /(?<![\d.])\d{9,}(?![\d.]*\d)/g;
const ID_PARAMS = new Set([
  'sdkAppId',
  'fromSdkAppId',
  'toSdkAppId',
  'package',
  'transactionId',
  'id',
  'resourceId',
  // What a contract is filed under: it names the contract, and often the customer.
  'reference',
]);

/** Turns ids into pseudonyms: the same id into the same one, in every report made with the same secret. */
export interface Mask {
  /** Names the secret without giving it away. */
  readonly keyId: string;
  readonly id: (id: string) => string;
  /** Ids inside a text, such as a file's name. */
  readonly text: (text: string) => string;
}

/** `known`: ids of the account, which may be short or no numbers. */
export function maskWith(secret: Uint8Array, known: readonly string[]): Mask {
  const id = (plain: string) => {
    const bits = createHmac('sha256', secret).update(plain).digest();
    const letters = [...bits.subarray(0, LETTERS)].map((byte) => ALPHABET[byte % 32] ?? '');
    return `id-${letters.join('')}`;
  };
  const patterns = known
    .filter((one) => one !== '')
    .map(
      (one) => new RegExp(`(?<![\\w.])${one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w])`, 'g'),
    );
  return {
    keyId: createHash('sha256').update(secret).digest('hex').slice(0, 16),
    id,
    text: (text) =>
      patterns.reduce((done, one) => done.replace(one, id), text).replace(LONG_NUMBER, id),
  };
}

/** Every id of the account that a report could name. */
export function idsOfAccount({ account }: ReportSource): string[] {
  return [
    ...(account.uin === '' ? [] : [account.uin]),
    ...account.apps.map(({ sdkAppId }) => sdkAppId),
    ...account.packages.map(({ id }) => id),
  ];
}

/** The same report with pseudonyms: names of applications and paths are left out, money stays. */
export function masked(source: ReportSource, mask: Mask): ReportSource {
  const orNull = (id: string | null) => (id === null || id === '' ? id : mask.id(id));
  const params = (all: Readonly<Record<string, string | number>>) =>
    Object.fromEntries(
      Object.entries(all).map(([name, value]) => {
        if (ID_PARAMS.has(name)) return [name, value === '' ? value : mask.id(String(value))];
        return [
          name,
          paramKind(name) === 'text' && typeof value === 'string' ? mask.text(value) : value,
        ];
      }),
    );
  /** `day/application/item`: the application alone is an id. */
  const maskedKey = (key: string) => {
    const [day = '', app = '', ...rest] = key.split('/');
    return [day, app === '-' ? app : mask.id(app), ...rest].join('/');
  };
  const origin = <T extends { file: string }>(of: T): T => ({ ...of, file: mask.text(of.file) });
  return {
    ...source,
    accountName: source.accountName === null ? null : mask.id(source.accountName),
    maskedWith: mask.keyId,
    inputs: source.inputs.map((input) => ({
      ...input,
      path: '',
      fileName: mask.text(input.fileName),
    })),
    decisions: new Map(
      [...source.decisions].map(([key, decision]) => [
        maskedKey(key),
        { ...decision, note: mask.text(decision.note) },
      ]),
    ),
    signOff: source.signOff.map((act) => ({
      ...act,
      name: mask.text(act.name),
      note: mask.text(act.note),
    })),
    discrepancies: function* () {
      for (const row of source.discrepancies())
        yield {
          ...row,
          id: maskedKey(row.id),
          sdkAppId: orNull(row.sdkAppId),
          appName: null,
          causes: row.causes.map((share) => ({
            ...share,
            evidence: { ...share.evidence, params: params(share.evidence.params) },
          })),
        };
    },
    charges: function* () {
      for (const row of source.charges())
        yield {
          ...row,
          id: row.id.replace(row.sdkAppId, mask.id),
          sdkAppId: mask.id(row.sdkAppId),
          contractReference: orNull(row.contractReference),
        };
    },
    drawdowns: function* () {
      for (const row of source.drawdowns())
        yield {
          ...row,
          sdkAppId: mask.id(row.sdkAppId),
          source: row.source === 'trial' ? row.source : mask.id(row.source),
        };
    },
    bridges: (by) =>
      source.bridges(by).map((part) => ({
        ...part,
        key: by === 'application' ? orNull(part.key) : part.key,
        name: null,
      })),
    coverage: (asOf) => {
      const coverage = source.coverage(asOf);
      return {
        ...coverage,
        rows: coverage.rows.map((row) => ({
          ...row,
          sdkAppId: mask.id(row.sdkAppId),
          appName: null,
          cells: row.cells.map((cell) => ({ ...cell, files: cell.files.map(mask.text) })),
        })),
      };
    },
    restated: function* () {
      for (const { newer, older, row } of source.restated())
        yield { newer: mask.text(newer), older: mask.text(older), row: maskedRow(row, mask) };
    },
    billLines: function* () {
      for (const row of source.billLines())
        yield {
          ...row,
          sdkAppId: orNull(row.sdkAppId),
          transactionId: orNull(row.transactionId) ?? '',
          resourceId: orNull(row.resourceId) ?? '',
          origin: origin(row.origin),
        };
    },
    issues: function* () {
      for (const issue of source.issues())
        yield {
          ...issue,
          params: params(issue.params),
          ...(issue.origin && { origin: origin(issue.origin) }),
        };
    },
  };
}

/** A cell of the user's file can name anything: only numbers and days are shown as they are. */
const TELLS_NOTHING = /^[-+\d.,:/ %]*$/;

function isTelling(text: string, mask: Mask): boolean {
  return !TELLS_NOTHING.test(text) || mask.text(text) !== text;
}

function maskedRow(row: RestatedRowView, mask: Mask): RestatedRowView {
  const cell = (text: string) => (isTelling(text, mask) ? mask.id(text) : text);
  const side = (of: RestatedRowView['older']) =>
    of && { origin: { ...of.origin, file: mask.text(of.origin.file) }, cells: of.cells.map(cell) };
  return {
    ...row,
    older: side(row.older),
    newer: side(row.newer),
    cells: row.cells.map(({ column, older, newer }) => ({
      column,
      older: cell(older),
      newer: cell(newer),
    })),
  };
}

/** Each id that the report would show, once, in text order. */
export function idsIn(source: ReportSource): string[] {
  const ids = new Set(idsOfAccount(source));
  if (source.accountName !== null) ids.add(source.accountName);
  for (const { reference } of source.account.contract) if (reference !== '') ids.add(reference);
  for (const row of source.discrepancies()) if (row.sdkAppId !== null) ids.add(row.sdkAppId);
  for (const row of source.charges()) ids.add(row.sdkAppId);
  for (const row of source.drawdowns()) if (row.source !== 'trial') ids.add(row.source);
  for (const row of source.billLines()) {
    if (row.sdkAppId !== null) ids.add(row.sdkAppId);
    if (row.resourceId !== '') ids.add(row.resourceId);
    if (row.transactionId !== '') ids.add(row.transactionId);
  }
  for (const { row } of source.restated())
    for (const { older, newer } of row.cells)
      for (const text of [older, newer]) if (!TELLS_NOTHING.test(text)) ids.add(text);
  for (const { fileName } of source.inputs)
    for (const [number] of fileName.matchAll(LONG_NUMBER)) ids.add(number);
  return [...ids].toSorted();
}
