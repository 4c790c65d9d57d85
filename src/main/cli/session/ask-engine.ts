import type { EventPayload, Input, MethodName, Output } from '../../../shared/contract/contract';
import { EngineFailure, engineError, type EngineError } from '../../../shared/contract/error';
import type { Job } from '../../../shared/contract/jobs';
import type { Transport } from '../../../shared/contract/transport';

/** The answer's value; a known failure is thrown as EngineFailure. */
export async function ask<M extends MethodName>(
  transport: Transport,
  method: M,
  input: Input<M>,
): Promise<Output<M>> {
  const answer = await transport.invoke(method, input);
  if (!answer.ok) throw new EngineFailure(answer.error);
  return answer.value;
}

type JobEnd = { readonly result: unknown } | { readonly error: EngineError };

/**
 * Starts a job and waits for its end. Listens before it starts, so that an end that comes at once is
 * heard. The result is as the contract names it beside the method; callers parse it.
 */
export async function runJob(
  transport: Transport,
  start: () => Promise<{ jobId: string }>,
  onProgress: (job: Job) => void,
): Promise<unknown> {
  const ends = new Map<string, JobEnd>();
  let wake = () => {};
  const ended = (jobId: string, end: JobEnd) => {
    ends.set(jobId, end);
    wake();
  };
  const stopListening = [
    transport.on('jobs.finished', ({ jobId, result }) => ended(jobId, { result })),
    transport.on('jobs.failed', ({ jobId, error }) => ended(jobId, { error })),
    transport.on('jobs.cancelled', ({ jobId }) =>
      ended(jobId, { error: engineError('cancelled') }),
    ),
  ];
  try {
    const { jobId } = await start();
    stopListening.push(
      transport.on('jobs.progressed', (job: EventPayload<'jobs.progressed'>) => {
        if (job.jobId === jobId) onProgress(job);
      }),
    );
    while (!ends.has(jobId)) await new Promise<void>((resolve) => (wake = resolve));
    const end = ends.get(jobId);
    if (end && 'error' in end) throw new EngineFailure(end.error);
    return end?.result;
  } finally {
    for (const stop of stopListening) stop();
  }
}
