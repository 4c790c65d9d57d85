import { afterEach, describe, expect, it, vi } from 'vitest';
import { EngineHost } from '../../src/main/shell/engine-host';
import type { EngineListener } from '../../src/main/shell/engine-process';
import type { RequestMessage, WireMessage } from '../../src/shared/contract/transport';

/** The host against engines whose every answer and end the test decides. */
function stage() {
  const engines: { listener: EngineListener; sent: RequestMessage[] }[] = [];
  const events: string[] = [];
  const opened: string[] = [];
  const troubles: string[] = [];
  const host = new EngineHost({
    start: (listener) => {
      const sent: RequestMessage[] = [];
      engines.push({ listener, sent });
      return {
        send: (message: WireMessage) => {
          if (message.type === 'request') sent.push(message);
        },
        stop: () => listener.onExit(0),
      };
    },
    onEvent: (event) => events.push(event),
    onOpened: ({ path }) => opened.push(path),
    onTrouble: (reason) => troubles.push(reason),
    log: () => undefined,
  });
  const engine = (index: number) => {
    const found = engines[index];
    if (!found) throw new Error(`engine ${index} was not started`);
    return found;
  };
  const answer = (index: number, request: number, value: unknown) => {
    const message = engine(index).sent[request];
    if (!message) throw new Error(`request ${request} was not sent`);
    engine(index).listener.onMessage({
      type: 'answer',
      id: message.id,
      answer: { ok: true, value },
    });
  };
  return { host, engine, engines, events, opened, troubles, answer };
}

const WORKSPACE = {
  path: '/bills/june.recount',
  name: 'june',
  temporary: false,
  accountName: null,
  currency: null,
};
const RESTARTING = { ok: false, error: { code: 'engine-restarting', params: {} } };

describe('the engine host', () => {
  afterEach(() => vi.useRealTimers());

  it('starts no engine before something is asked, and one for all that is', () => {
    const { host, engines } = stage();
    expect(engines).toHaveLength(0);
    void host.invoke('a', {});
    void host.invoke('b', {});
    expect(engines).toHaveLength(1);
  });

  it('answers each request with its own answer, in whatever order they come', async () => {
    const { host, answer } = stage();
    const [first, second] = [host.invoke('a', {}), host.invoke('b', {})];
    answer(0, 1, 'second');
    answer(0, 0, 'first');
    expect(await Promise.all([first, second])).toEqual([
      { ok: true, value: 'first' },
      { ok: true, value: 'second' },
    ]);
  });

  it('after a crash: answers, reopens the workspace, lets held requests through, announces', async () => {
    vi.useFakeTimers();
    const { host, engine, events, opened, answer } = stage();
    const open = host.invoke('workspace.open', { path: WORKSPACE.path });
    answer(0, 0, WORKSPACE);
    await open;
    expect(opened).toEqual([WORKSPACE.path]);

    const pending = host.invoke('audits.months', {});
    engine(0).listener.onExit(9);
    expect(await pending).toEqual(RESTARTING);
    expect(await host.invoke('audits.months', {})).toEqual(RESTARTING);

    await vi.runAllTimersAsync();
    const held = host.invoke('imports.list', { offset: 0, limit: 1000 });
    expect(engine(1).sent.map(({ method, input }) => [method, input])).toEqual([
      ['workspace.open', { path: WORKSPACE.path }],
    ]);
    expect(events).toEqual([]);
    answer(1, 0, WORKSPACE);
    await vi.runAllTimersAsync();
    expect(events).toEqual(['engine.restarted']);
    expect(engine(1).sent[1]?.method).toBe('imports.list');
    answer(1, 1, []);
    expect(await held).toEqual({ ok: true, value: [] });
  });

  it('does not restart in a spin, and not at all once it is closed', async () => {
    vi.useFakeTimers();
    const { host, engine, engines, troubles } = stage();
    void host.invoke('a', {});
    engine(0).listener.onExit(1);
    await vi.advanceTimersByTimeAsync(0);
    engine(1).listener.onExit(1);
    await vi.advanceTimersByTimeAsync(400);
    expect(engines).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(200);
    expect(engines).toHaveLength(3);
    expect(troubles).toEqual([]);
    engine(2).listener.onExit(7);
    expect(troubles).toEqual([expect.stringContaining('exit code 7')]);
    host.close();
    await vi.runAllTimersAsync();
    expect(engines).toHaveLength(3);
    expect(await host.invoke('a', {})).toEqual(RESTARTING);
  });
});
