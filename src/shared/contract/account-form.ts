import { z } from 'zod';
import { citationField, issueField, paramsField } from './fields';

/** What is wrong with one field of an account file. */
export const accountProblemSchema = z.object({
  /** As written in the file (`packages[0].purchasedAt`); empty: the whole file. */
  path: z.string(),
  /** Sentence: locales `account:<code>`. */
  code: z.string(),
  params: paramsField,
});
export type AccountProblemRow = z.infer<typeof accountProblemSchema>;

/** Where the provider's texts conflict or are silent, and what Recount does for the account. */
export const policySchema = z.object({
  /** The name in the account file; sentences: locales `policies:<id>/…`. */
  id: z.string(),
  /** fixed: there is nothing to choose. */
  treatment: z.enum(['choice', 'fixed']),
  /** The conflict (C…) or unknown (U…) of the rulebook that it settles. */
  conflict: z.string().nullable(),
  default: z.string(),
  choices: z.array(z.string()),
  value: z.string(),
  isDefault: z.boolean(),
  citation: citationField,
});
export type PolicyRow = z.infer<typeof policySchema>;

export const accountFormMethods = {
  /** Reads an account file without keeping it: everything that is wrong with it, else what a person should look at. */
  'account.check': {
    input: z.object({ json: z.string() }),
    output: z.object({ problems: z.array(accountProblemSchema), warnings: z.array(issueField) }),
  },
  /** Every policy as it holds for the account, defaults included. */
  'account.policies': { input: z.object({}), output: z.array(policySchema) },
} as const;
