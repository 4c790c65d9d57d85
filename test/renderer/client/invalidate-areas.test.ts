import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';
import { invalidateAreas } from '../../../src/renderer/client/engine-query';

const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
afterEach(() => client.clear());

/** A question on show, and the answers to each time it is asked, to be given by the test in any order. */
function asked(method: string) {
  const answers: ((value: string) => void)[] = [];
  const observer = new QueryObserver<string>(client, {
    queryKey: [method, {}],
    queryFn: () => new Promise((answer) => answers.push(answer)),
  });
  const stop = observer.subscribe(() => undefined);
  return { answers, stop, shown: () => observer.getCurrentResult() };
}

it('a first answer that is on its way while something is written is asked for anew', async () => {
  const { answers, shown, stop } = asked('audits.months');
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  const done = invalidateAreas(client, ['imports']);
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[0]?.('of before');
  answers[1]?.('of after');
  await done;
  expect(shown().data).toBe('of after');
  answers[0]?.('of before');
  expect(shown()).toMatchObject({ data: 'of after', isError: false, fetchStatus: 'idle' });
  stop();
});

it('an answer that stands is kept until the newer one is there', async () => {
  const { answers, shown, stop } = asked('audits.months');
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  answers[0]?.('of before');
  await vi.waitFor(() => expect(shown().data).toBe('of before'));
  const done = invalidateAreas(client, ['imports']);
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  expect(shown().data).toBe('of before');
  answers[1]?.('of after');
  await done;
  expect(shown().data).toBe('of after');
  stop();
});

it('what has nothing to do with it is left to its first answer', async () => {
  const { answers, shown, stop } = asked('prices.list');
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  await invalidateAreas(client, ['decisions']);
  expect(answers).toHaveLength(1);
  answers[0]?.('the list');
  await vi.waitFor(() => expect(shown().data).toBe('the list'));
  stop();
});

it('nobody is left waiting for a question that was given up', async () => {
  const { answers, stop } = asked('audits.months');
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  const waiting = client.query({ queryKey: ['audits.months', {}], queryFn: () => 'unused' });
  const done = invalidateAreas(client, ['imports']);
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.('of after');
  await done;
  expect(await waiting).toBe('of after');
  stop();
});
