import { join } from 'node:path';
import { expect } from 'vitest';
import type {
  EventName,
  EventPayload,
  Input,
  MethodName,
  Output,
} from '../../src/shared/contract/contract';
import type { EngineError } from '../../src/shared/contract/error';
import { createEngine, type Engine } from '../../src/main/engine/engine';
import type { Fault } from '../../src/main/engine/serve';

export const RESOURCES = join(import.meta.dirname, '../../resources');

export interface JobEnd {
  readonly event: 'jobs.finished' | 'jobs.failed' | 'jobs.cancelled';
  readonly payload: EventPayload<'jobs.finished' | 'jobs.failed' | 'jobs.cancelled'>;
}

export interface Heard {
  readonly event: EventName;
  readonly payload: unknown;
}

/** An engine in this process whose every answer and event is parsed, with short ways to ask it. */
export function engineClient(resourcesPath = RESOURCES) {
  const faults: Fault[] = [];
  const heard: Heard[] = [];
  const engine: Engine = createEngine({
    resourcesPath,
    checked: true,
    reportFault: (fault) => faults.push(fault),
  });
  engine.bus.onAny((event, payload) => heard.push({ event, payload }));
  const { transport } = engine;

  const ask = async <M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> => {
    const answer = await transport.invoke(method, input);
    if (!answer.ok)
      throw new Error(
        `${method}: ${JSON.stringify(answer.error)} ${faults.map(({ thrown }) => (thrown instanceof Error ? (thrown.stack ?? '') : '')).join('\n')}`,
      );
    return answer.value;
  };
  const refusal = async <M extends MethodName>(
    method: M,
    input: Input<M>,
  ): Promise<EngineError> => {
    const answer = await transport.invoke(method, input);
    if (answer.ok) throw new Error(`${method} was not refused: ${JSON.stringify(answer.value)}`);
    return answer.error;
  };
  /** Starts a job and waits for its end. */
  const endOf = async (start: Promise<{ jobId: string }>): Promise<JobEnd> => {
    const ends: JobEnd[] = [];
    let wake: () => void = () => undefined;
    const stops = (['jobs.finished', 'jobs.failed', 'jobs.cancelled'] as const).map((event) =>
      transport.on(event, (payload) => {
        ends.push({ event, payload });
        wake();
      }),
    );
    const { jobId } = await start;
    for (;;) {
      const end = ends.find(({ payload }) => payload.jobId === jobId);
      if (end) {
        for (const stop of stops) stop();
        return end;
      }
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  const resultOf = async (start: Promise<{ jobId: string }>): Promise<unknown> => {
    const { event, payload } = await endOf(start);
    expect({ event, payload, faults }).toMatchObject({ event: 'jobs.finished' });
    return 'result' in payload ? payload.result : null;
  };
  const importFiles = (paths: string[]) => resultOf(ask('imports.start', { paths }));
  /** All imports, as they were made; a test has a few. */
  const imports = async () => (await ask('imports.list', { offset: 0, limit: 1000 })).rows;
  const audit = async (period: Input<'audits.start'>['period'] = null) => {
    await resultOf(ask('audits.start', { period }));
    const run = await ask('audits.latest', { period });
    if (!run) throw new Error('the run that was just made is not there');
    return run;
  };
  return {
    engine,
    transport,
    faults,
    heard,
    ask,
    refusal,
    endOf,
    resultOf,
    importFiles,
    imports,
    audit,
  };
}

export type EngineClient = ReturnType<typeof engineClient>;
