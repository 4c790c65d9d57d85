import {
  useMutation,
  useQuery,
  type Query,
  type QueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { EventPayload, Input, MethodName, Output } from '../../shared/contract/contract';
import { engineError, EngineFailure, type EngineError } from '../../shared/contract/error';
import { bridge } from './bridge';

/** Asks the engine; a known failure is thrown as EngineFailure, for TanStack Query to carry. */
export async function ask<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
  const answer = await bridge().transport.invoke(method, input);
  if (!answer.ok) throw new EngineFailure(answer.error);
  return answer.value;
}

/** The engine's own error where there is one; anything else thrown is a bug of the window. */
export function errorOf(thrown: unknown): EngineError {
  return thrown instanceof EngineFailure
    ? thrown.error
    : engineError('internal', { reference: '' }, String(thrown));
}

export const queryKeyOf = <M extends MethodName>(method: M, input: Input<M>) =>
  [method, input] as const;

/** A question as TanStack Query takes it, to be asked along with others. */
export const engineQuery = <M extends MethodName>(method: M, input: Input<M>) => ({
  queryKey: queryKeyOf(method, input),
  queryFn: () => ask(method, input),
});

export function useEngineQuery<M extends MethodName>(
  method: M,
  input: Input<M>,
  {
    stays,
    ...options
  }: {
    readonly enabled?: boolean;
    /** Whether the answer to an earlier question stays until this one's is there: a newer run about the same thing. */
    readonly stays?: (earlier: Input<M>) => boolean;
  } = {},
): UseQueryResult<Output<M>> {
  return useQuery<Output<M>, Error, Output<M>, ReturnType<typeof queryKeyOf<M>>>({
    queryKey: queryKeyOf(method, input),
    queryFn: () => ask(method, input),
    placeholderData: (answer, earlier) =>
      earlier && stays?.(earlier.queryKey[1]) ? answer : undefined,
    ...options,
  });
}

export function useEngineMutation<M extends MethodName>(method: M) {
  return useMutation({ mutationFn: (input: Input<M>) => ask(method, input) });
}

type Area = EventPayload<'data.changed'>['areas'][number];

/** A run stands on imports and account facts, so a change of either makes it be asked again. */
const OF_RUNS = [
  'audits',
  'charges',
  'bills',
  'packages',
  'selections',
  'places',
  'groups',
  'usage',
  'coverage',
] as const;
/** What a person decided stands beside rows, and is counted, signed and chained. */
const OF_DECISIONS = [
  'decisions',
  'rules',
  'history',
  'credits',
  'matches',
  'signOff',
  'trail',
  'months',
] as const;
const ALSO_STALE: Readonly<Partial<Record<Area, readonly string[]>>> = {
  decisions: [...OF_DECISIONS, 'audits', 'selections', 'places'],
  workspace: [
    'workspace',
    'account',
    'imports',
    'prices',
    'views',
    'reports',
    ...OF_RUNS,
    ...OF_DECISIONS,
  ],
  account: ['account', 'workspace', 'prices', ...OF_RUNS, ...OF_DECISIONS],
  imports: ['imports', ...OF_RUNS, ...OF_DECISIONS],
  audits: [...OF_RUNS, ...OF_DECISIONS],
};

/**
 * Queries over what was written are asked again. One that waits for its very first answer would be left to it, though it
 * may tell of before the change, and comes by another way than the news of it: that question is given up.
 */
export async function invalidateAreas(
  client: QueryClient,
  changed: readonly Area[],
): Promise<void> {
  // Runs and rows of the file that was open would be asked of one that never had them.
  if (changed.includes('file')) {
    await client.resetQueries();
    return;
  }
  const areas = new Set<string>(changed.flatMap((area) => ALSO_STALE[area] ?? [area]));
  const isStale = ({ queryKey: [method] }: Query) =>
    typeof method === 'string' && areas.has(method.split('.')[0] ?? '');
  for (const query of client.getQueryCache().findAll({ type: 'active', predicate: isStale }))
    if (query.state.data === undefined && query.state.fetchStatus === 'fetching')
      void query.cancel({ silent: true });
  await client.invalidateQueries({ predicate: isStale });
}
