import { z } from 'zod';
import { citationField, currencyField, dayField, languageField } from './fields';

export const workspaceSchema = z.object({
  path: z.string(),
  name: z.string(),
  /** True for a workspace that lives only as long as the program (sample month, terminal). */
  temporary: z.boolean(),
  accountName: z.string().nullable(),
  currency: currencyField.nullable(),
});
export type Workspace = z.infer<typeof workspaceSchema>;

/** One fact about the account that the engine derived, with why. */
export const derivedFactSchema = z.object({
  fact: z.string(),
  value: z.string(),
  /** Sentence in the locales (`derived.<reason>`). */
  reason: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Where it can be looked up, as the account says. */
  reference: z.string().optional(),
  /** The provider's text that it follows. */
  citation: citationField.optional(),
});

export const accountViewSchema = z.object({
  /** account.json as text: what the user stated. null: not given yet, the audit assumes defaults and says so. */
  json: z.string().nullable(),
  derived: z.array(derivedFactSchema),
});
export type AccountView = z.infer<typeof accountViewSchema>;

export const workspaceMethods = {
  /** Opens an existing workspace file. */
  'workspace.open': { input: z.object({ path: z.string() }), output: workspaceSchema },
  /** Makes a new workspace file; never overwrites. null: a temporary one. */
  'workspace.create': { input: z.object({ path: z.string().nullable() }), output: workspaceSchema },
  /**
   * A temporary workspace with the sample month's account, its files not yet imported. Answers their paths.
   * `language`: the account and its applications have names in it; not given: those of the files.
   */
  'workspace.openSample': {
    input: z.object({ language: languageField.optional() }),
    output: z.object({ workspace: workspaceSchema, paths: z.array(z.string()) }),
  },
  /**
   * In which language the open workspace has the sample month's names; null: it is another account, or its facts were
   * stated otherwise since.
   */
  'workspace.sampleNames': {
    input: z.object({}),
    output: z.object({ language: languageField.nullable() }),
  },
  'workspace.current': { input: z.object({}), output: workspaceSchema.nullable() },
  /** A complete copy at another place, verified after writing. The open workspace becomes that file. */
  'workspace.saveCopy': { input: z.object({ path: z.string() }), output: workspaceSchema },
  'workspace.close': { input: z.object({}), output: z.object({}) },

  'account.get': { input: z.object({}), output: accountViewSchema },
  /** Replaces the stated facts. Fails with `account-invalid` and says which field. */
  'account.set': { input: z.object({ json: z.string() }), output: accountViewSchema },
  'account.setFromFile': { input: z.object({ path: z.string() }), output: accountViewSchema },

  'engine.about': {
    input: z.object({}),
    output: z.object({
      engine: z.string(),
      node: z.string(),
      sqlite: z.string(),
      electron: z.string().nullable(),
      priceBooks: z.array(
        z.object({ site: z.enum(['cn', 'intl']), hash: z.string(), latest: dayField }),
      ),
    }),
  },
} as const;
