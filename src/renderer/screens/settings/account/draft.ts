/**
 * The account as it stands in the form: every field is the text that was typed, empty text means "not stated".
 * `key` tells rows of a list apart while they are edited; it is never stored.
 */
export interface AccountDraft {
  readonly name: string;
  readonly uin: string;
  readonly site: 'cn' | 'intl';
  readonly registeredOn: string;
  readonly firstAppOn: string;
  readonly apps: readonly AppDraft[];
  readonly payAsYouGo: PayAsYouGoDraft;
  readonly trial: TrialDraft;
  readonly packages: readonly PackageDraft[];
  readonly contract: readonly TermDraft[];
  readonly settlement: string;
  readonly billMonthBasis: string;
  /** Up to how much a difference is let pass; empty: no limit of that kind. */
  readonly limits: LimitsDraft;
  /** By the name of the policy; empty: its default. */
  readonly policy: Readonly<Record<string, string>>;
  /** By the name of the fact or policy. */
  readonly references: Readonly<Record<string, string>>;
}

export interface AppDraft {
  readonly key: string;
  readonly sdkAppId: string;
  readonly name: string;
  readonly createdOn: string;
}

/** never: stated that it is not on. unstated: not known. */
export interface PayAsYouGoDraft {
  readonly kind: 'unstated' | 'never' | 'enabled';
  readonly enabledOn: string;
  readonly method: 'first-app' | 'console' | 'automatic';
}

/** derived: from the first application. none: stated that there was none. */
export interface TrialDraft {
  readonly kind: 'derived' | 'none' | 'granted';
  readonly grantedOn: string;
  readonly minutes: string;
  readonly expiresOn: string;
  readonly remainingMinutes: string;
  readonly remainingAsOf: string;
  readonly reference: string;
}

export interface PackageDraft {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly minutes: string;
  readonly purchasedAt: string;
  readonly expiresOn: string;
  readonly price: string;
  /** sdkAppIds, separated by commas or blanks. */
  readonly apps: string;
  readonly tier: string;
  readonly remainingMinutes: string;
  readonly remainingAsOf: string;
  readonly reference: string;
}

export interface LimitsDraft {
  /** Money. */
  readonly absolute: string;
  /** Of the expected amount. */
  readonly percent: string;
}

export interface TermDraft {
  readonly key: string;
  readonly item: string;
  readonly kind: 'discount' | 'price';
  readonly value: string;
  readonly from: string;
  readonly to: string;
  readonly reference: string;
}

/** The parts of the form, as they are named where something is not saved yet. */
export const DRAFT_PARTS = {
  identity: ['name', 'uin', 'site', 'registeredOn', 'firstAppOn'],
  apps: ['apps'],
  payAsYouGo: ['payAsYouGo'],
  trial: ['trial'],
  packages: ['packages'],
  contract: ['contract'],
  overrides: ['settlement', 'billMonthBasis'],
  limits: ['limits'],
  policy: ['policy', 'references'],
} as const satisfies Readonly<Record<string, readonly (keyof AccountDraft)[]>>;
export type DraftPart = keyof typeof DRAFT_PARTS;

export const NEW_APP: Omit<AppDraft, 'key'> = { sdkAppId: '', name: '', createdOn: '' };

export const NEW_PACKAGE: Omit<PackageDraft, 'key'> = {
  id: '',
  name: '',
  minutes: '',
  purchasedAt: '',
  expiresOn: '',
  price: '',
  apps: '',
  tier: '',
  remainingMinutes: '',
  remainingAsOf: '',
  reference: '',
};

export const NEW_TERM: Omit<TermDraft, 'key'> = {
  item: 'av.hd',
  kind: 'discount',
  value: '',
  from: '',
  to: '',
  reference: '',
};
