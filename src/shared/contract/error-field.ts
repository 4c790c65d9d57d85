import { z } from 'zod';
import { ERROR_CODES, type EngineError } from './error';

/** An EngineError as it crosses to the window. */
export const engineErrorSchema: z.ZodType<EngineError> = z.object({
  code: z.enum(ERROR_CODES),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  detail: z.string().optional(),
});
