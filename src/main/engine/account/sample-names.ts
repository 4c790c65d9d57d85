import { z } from 'zod';
import type { Account } from '../../../shared/account/account';
import { accountToJson, readAccount } from '../../../shared/account/account-file';
import { LANGUAGES } from '../../../shared/contract/languages';
import { languageField, type Language } from '../../../shared/contract/fields';
import { invariant } from '../../../shared/invariant';

const textsField = z.record(z.string(), z.string());

/** What people call the sample's account, its applications and packages, and how its contract is cited. */
const namesSchema = z.record(
  languageField,
  z.strictObject({
    name: z.string(),
    /** By SDKAppID. */
    apps: textsField,
    /** By the package's id. */
    packages: textsField,
    /** By the reference of `account.json`. */
    references: textsField,
  }),
);

/**
 * The sample's account file with names that a reader of `language` can read; nothing that is computed with
 * changes. The bill and the usage stay as the provider writes them.
 */
export function sampleAccountIn(
  language: Language,
  accountText: string,
  namesText: string,
): string {
  const read = readAccount(accountText);
  invariant(read.ok, 'the sample account cannot be read');
  const names = namesSchema.parse(JSON.parse(namesText))[language];
  return accountToJson(withNames(read.value, names));
}

/** The language whose names an account file has, if it is the sample's and nothing else was changed in it; else null. */
export function languageOfSample(
  stated: string | null,
  accountText: string,
  namesText: string,
): Language | null {
  const found = LANGUAGES.find(
    (language) => sampleAccountIn(language, accountText, namesText) === stated,
  );
  return found ?? null;
}

function withNames(
  account: Account,
  { name, apps, packages, references }: z.infer<typeof namesSchema>[Language],
): Account {
  return {
    ...account,
    name,
    apps: account.apps.map((app) => ({ ...app, ...named(apps[app.sdkAppId]) })),
    packages: account.packages.map((pack) => ({ ...pack, ...named(packages[pack.id]) })),
    contract: account.contract.map((term) => ({
      ...term,
      reference: references[term.reference] ?? term.reference,
    })),
  };
}

function named(name: string | undefined): { readonly name?: string } {
  return name === undefined ? {} : { name };
}
