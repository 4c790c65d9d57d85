import { z } from 'zod';
import { engineErrorSchema } from './error-field';

export const JOB_KINDS = [
  'import',
  'audit',
  'report',
  'inference',
  'advice',
  'backup',
  'verify',
  'prices',
  'history',
] as const;

export const jobSchema = z.object({
  jobId: z.string(),
  kind: z.enum(JOB_KINDS),
  /** What is being worked on now: a file name, or empty. */
  subject: z.string(),
  /** Phase in the locales (`jobs.<phase>`). */
  phase: z.string(),
  done: z.number(),
  /** null while it is not known. */
  total: z.number().nullable(),
  state: z.enum(['running', 'finished', 'failed', 'cancelled']),
});
export type Job = z.infer<typeof jobSchema>;

const oneJob = z.object({ jobId: z.string() });

export const jobMethods = {
  /** Running jobs and those that ended lately, so that a reloaded window can pick up. */
  'jobs.list': { input: z.object({}), output: z.array(jobSchema) },
  /** Asks a job to stop. It ends with `jobs.cancelled`; what it had begun is rolled back. */
  'jobs.cancel': { input: oneJob, output: z.object({}) },
} as const;

/** After a start: any number of progressed (at most about ten a second), then exactly one of the other three. */
export const jobEvents = {
  'jobs.progressed': jobSchema,
  'jobs.finished': z.object({ jobId: z.string(), result: z.unknown() }),
  'jobs.failed': z.object({ jobId: z.string(), error: engineErrorSchema }),
  'jobs.cancelled': oneJob,
} as const;
