import { z } from 'zod';
import { BRIDGE_DIMENSIONS } from '../reconcile/bridge/bridge-by';
import { causeField, decimalText } from './fields';

/** One bar between expected and billed; see reconcile/bridge/bridge.ts for each field. */
export const bridgeStepSchema = z.object({
  cause: z.union([causeField, z.literal('unexplained'), z.literal('tolerance')]),
  amount: decimalText,
  comparisons: z.number().int(),
});

/** The way from expected to billed of one month, application or item; see reconcile/bridge/bridge-by.ts. */
export const bridgePartSchema = z.object({
  key: z.string().nullable(),
  /** Name of an application; null for months and items, and where it has none. */
  name: z.string().nullable(),
  expected: decimalText,
  billed: decimalText,
  /** billed - expected = the sum of the steps. */
  difference: decimalText,
  comparisons: z.number().int(),
  steps: z.array(bridgeStepSchema),
});
export type BridgePartRow = z.infer<typeof bridgePartSchema>;

export const bridgeMethods = {
  /** The bridge of a run by month, application or item; the parts add up to it, cause by cause. */
  'audits.bridges': {
    input: z.object({ runId: z.number().int(), by: z.enum(BRIDGE_DIMENSIONS) }),
    output: z.array(bridgePartSchema),
  },
} as const;
