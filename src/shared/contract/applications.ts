import { z } from 'zod';

/** An application that the account, usage or a bill names. */
export const knownApplicationSchema = z.object({
  sdkAppId: z.string(),
  /** As the account calls it. */
  name: z.string().nullable(),
});
export type KnownApplication = z.infer<typeof knownApplicationSchema>;

export const applicationMethods = {
  /** Every application that is known here: those of the account first, then those of files that count, by their ids. */
  'imports.applications': { input: z.object({}), output: z.array(knownApplicationSchema) },
} as const;
