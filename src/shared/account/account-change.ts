import type { Account } from './account';
import { accountToJson } from './account-file';

/** What an edit of the account is called in the history; sentences: locales `history:steps/<title>`. */
export interface AccountChange {
  readonly title: string;
  readonly params: Readonly<Record<string, string | number>>;
}

type Json = Readonly<Record<string, unknown>>;

/** Parts of an account that are one thing to a person, by the fields that make them. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'account-identity': ['name', 'site', 'uin', 'registeredOn', 'firstAppOn'],
  'account-settlement': ['settlement', 'billMonthBasis'],
  'account-pay-as-you-go': ['payAsYouGo'],
  'account-trial': ['trial'],
  'account-policies': ['policy'],
  'account-references': ['references'],
  'account-limits': ['limits'],
};

/** Lists of an account, with what names an entry and how that is shown. */
const LISTS = [
  {
    field: 'apps',
    one: 'app',
    many: 'apps-changed',
    id: ['sdkAppId'],
    shown: 'sdkAppId',
    as: 'app',
  },
  {
    field: 'packages',
    one: 'package',
    many: 'packages-changed',
    id: ['id'],
    shown: 'id',
    as: 'package',
  },
  {
    field: 'contract',
    one: 'term',
    many: 'terms-changed',
    id: ['item', 'from'],
    shown: 'item',
    as: 'item',
  },
] as const;

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * Names what a person changed, by the one part or the one entry that is another; several parts at once are counted.
 * `before` null: the account was stated for the first time. The same facts in another file are named, too.
 */
export function accountChange(before: Account | null, after: Account): AccountChange {
  if (before === null) return { title: 'account-first', params: {} };
  const [was, is] = [before, after].map((account) => JSON.parse(accountToJson(account)) as Json);
  const changes: AccountChange[] = [
    ...Object.entries(PARTS).flatMap(([title, fields]) =>
      fields.every((field) => same(was?.[field], is?.[field])) ? [] : [{ title, params: {} }],
    ),
    ...LISTS.flatMap((list) => listChange(list, was?.[list.field], is?.[list.field])),
  ];
  const [only] = changes;
  if (!only) return { title: 'account-rewritten', params: {} };
  if (changes.length === 1) return only;
  return { title: 'account-several', params: { count: changes.length } };
}

function listChange(
  { one, many, id, shown, as }: (typeof LISTS)[number],
  was: unknown,
  is: unknown,
): AccountChange[] {
  if (same(was, is)) return [];
  const old = entries(was, id);
  const now = entries(is, id);
  const gone = [...old].filter(([key]) => !now.has(key)).map(([, entry]) => entry);
  const come = [...now].filter(([key]) => !old.has(key)).map(([, entry]) => entry);
  const other = [...now]
    .filter(([key, entry]) => old.has(key) && !same(old.get(key), entry))
    .map(([, entry]) => entry);
  const [first, second, ...more] = [...gone, ...come, ...other];
  // A term that begins on another day is still the term for that item.
  const moved =
    gone.length === 1 && come.length === 1 && second && same(first?.[shown], second[shown]);
  if (!first || (second && !moved) || more.length > 0) return [{ title: many, params: {} }];
  const how = moved || other.length > 0 ? 'changed' : gone.length > 0 ? 'removed' : 'added';
  return [{ title: `${one}-${how}`, params: { [as]: String(first[shown]) } }];
}

function entries(list: unknown, id: readonly string[]): ReadonlyMap<string, Json> {
  const found = (Array.isArray(list) ? list : []) as Json[];
  return new Map(found.map((entry) => [JSON.stringify(id.map((name) => entry[name])), entry]));
}
