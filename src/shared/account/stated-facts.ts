import type { PolicyChoices } from './policy';

/** Facts that an account may state in place of what would be derived, beside the choices of its policy. */
export const STATED_FACTS = [
  'registeredOn',
  'firstAppOn',
  'payAsYouGo',
  'settlement',
  'billMonthBasis',
] as const;
export type StatedFact = (typeof STATED_FACTS)[number];

/** Where each stated fact or chosen policy can be looked up: a contract, a console page, a mail. */
export type References = Readonly<Partial<Record<StatedFact | keyof PolicyChoices, string>>>;
