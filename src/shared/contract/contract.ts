import { z } from 'zod';
import { accountFormMethods } from './account-form';
import { applicationMethods } from './applications';
import { auditMethods } from './audits';
import { backupMethods } from './backups';
import { billMethods } from './bills';
import { chargeMethods } from './charges';
import { creditMethods } from './credits';
import { decisionMethods } from './decisions';
import { estimateMethods } from './estimates';
import { groupMethods } from './groups';
import { historyMethods } from './history';
import { coverageMethods } from './coverage';
import { importChangeMethods } from './import-changes';
import { importMethods } from './imports';
import { itemRuleMethods } from './item-rules';
import { jobEvents, jobMethods } from './jobs';
import { mappingMethods } from './mapping';
import { matchMethods } from './matches';
import { monthMethods } from './months';
import { packageMethods } from './packages';
import { pictureMethods } from './pictures';
import { placeMethods } from './places';
import { plannedItemMethods } from './planned-item';
import { priceBookMethods } from './price-books';
import { priceMethods } from './prices';
import { selectionMethods } from './selections';
import { reportMethods } from './reports';
import { signOffMethods } from './sign-off';
import { trailMethods } from './trail';
import { quarantineMethods } from './quarantine';
import { repeatMethods } from './repeats';
import { usageMethods } from './usage';
import { viewMethods } from './views';
import { workspaceMethods } from './workspace';

/**
 * Everything the engine can be asked, and everything it says by itself. Handlers, client and preload
 * are inferred from these two objects; a missing handler or a wrong field does not compile.
 */
export const methods = {
  ...workspaceMethods,
  ...accountFormMethods,
  ...importMethods,
  ...applicationMethods,
  ...itemRuleMethods,
  ...importChangeMethods,
  ...mappingMethods,
  ...coverageMethods,
  ...quarantineMethods,
  ...repeatMethods,
  ...auditMethods,
  ...chargeMethods,
  ...backupMethods,
  ...billMethods,
  ...packageMethods,
  ...priceMethods,
  ...priceBookMethods,
  ...reportMethods,
  ...selectionMethods,
  ...placeMethods,
  ...groupMethods,
  ...pictureMethods,
  ...usageMethods,
  ...viewMethods,
  ...estimateMethods,
  ...plannedItemMethods,
  ...decisionMethods,
  ...historyMethods,
  ...creditMethods,
  ...matchMethods,
  ...monthMethods,
  ...signOffMethods,
  ...trailMethods,
  ...jobMethods,
} as const;

/** `file`: another workspace is open, nothing asked before holds any more. */
export const AREAS = [
  'file',
  'workspace',
  'account',
  'imports',
  'audits',
  'reports',
  'backups',
  'decisions',
  'views',
] as const;

export const events = {
  ...jobEvents,
  /** Something was written: queries over these areas are to be asked again. */
  'data.changed': z.object({ areas: z.array(z.enum(AREAS)) }),
  /** A large workspace was opened at once, and a look at the rest of it found damage. */
  'workspace.damaged': z.object({ path: z.string() }),
  /** Sent by the shell when the engine process ended by itself and a new one is up. */
  'engine.restarted': z.object({ reference: z.string() }),
} as const;

export type MethodName = keyof typeof methods;
export type Input<M extends MethodName> = z.input<(typeof methods)[M]['input']>;
export type ParsedInput<M extends MethodName> = z.output<(typeof methods)[M]['input']>;
export type Output<M extends MethodName> = z.output<(typeof methods)[M]['output']>;

export type EventName = keyof typeof events;
export type EventPayload<E extends EventName> = z.output<(typeof events)[E]>;

/** One handler per method; the object that holds them all does not compile while one is missing. */
export type Handlers = {
  readonly [M in MethodName]: (input: ParsedInput<M>) => Promise<Output<M>> | Output<M>;
};
