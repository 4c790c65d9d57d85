import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { methods, type Handlers, type MethodName } from '../../shared/contract/contract';
import { EngineFailure, engineError, type EngineError } from '../../shared/contract/error';
import type { Answer } from '../../shared/contract/transport';
import { systemFailure } from './system-failure';

/** A bug, whole: what was asked and what was thrown. `reference` is what the user is shown. */
export interface Fault {
  readonly reference: string;
  readonly during: string;
  readonly thrown: unknown;
}
export type ReportFault = (fault: Fault) => void;

export interface ServeOptions {
  /** Parse what handlers answer as well: development and tests. */
  readonly checkOutputs: boolean;
  readonly reportFault: ReportFault;
}

export type Serve = (method: string, input: unknown) => Promise<Answer<unknown>>;

/**
 * The one place that trusts nothing. Parses the input, calls the handler, answers. Known failures are
 * answered as they are; anything else that is thrown is a bug: reported whole, answered as `internal`.
 */
export function serve(handlers: Handlers, options: ServeOptions): Serve {
  return async (method, input) => {
    if (!isMethod(method))
      return { ok: false, error: engineError('invalid-input', { method, field: 'method' }) };
    const parsed = methods[method].input.safeParse(input);
    if (!parsed.success) return { ok: false, error: invalidInput(method, parsed.error) };
    try {
      const value = await call(handlers, method, parsed.data);
      if (options.checkOutputs) methods[method].output.parse(value);
      return { ok: true, value };
    } catch (thrown) {
      return { ok: false, error: errorFor(thrown, method, options.reportFault) };
    }
  };
}

/** The error value for something thrown: known failures as they are, bugs reported and referenced. */
export function errorFor(thrown: unknown, during: string, reportFault: ReportFault): EngineError {
  if (thrown instanceof EngineFailure) return thrown.error;
  const known = systemFailure(thrown);
  if (known) return known;
  const reference = randomUUID().slice(0, 8);
  reportFault({ reference, during, thrown });
  return engineError('internal', { reference });
}

function isMethod(method: string): method is MethodName {
  return Object.hasOwn(methods, method);
}

async function call(handlers: Handlers, method: MethodName, input: unknown): Promise<unknown> {
  // `input` was parsed with this very method's schema; the pairing is what the compiler cannot follow.
  const handler = handlers[method] as (parsed: unknown) => unknown;
  return await handler(input);
}

function invalidInput(method: string, error: z.ZodError): EngineError {
  const [first] = error.issues;
  const field = first ? first.path.join('.') : '';
  return engineError('invalid-input', { method, field }, error.message);
}
