import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { errorOf } from '../../client/engine-query';
import { Announced } from '../../components/Announced';
import { Notice } from '../../components/Notice';
import { Loading } from '../../components/Placeholder';
import { useWords } from '../../i18n/use-words';

/** What the engine says of a plan, once it can be asked; until then what is missing, and again where it failed. */
export function PlanAnswer<Answer>({
  missing,
  query,
  said,
  lines,
  children,
}: {
  /** What keeps it from being asked; null: nothing. */
  readonly missing: string | null;
  readonly query: Pick<UseQueryResult<Answer>, 'data' | 'error' | 'refetch'>;
  /** The result in one sentence, for who does not see it; empty where it is no result. */
  readonly said: (answer: Answer) => string;
  /** Of the place that is held while it is awaited. */
  readonly lines: number;
  readonly children: (answer: Answer) => ReactNode;
}) {
  const { t, error } = useWords();
  const { data } = query;
  return (
    <>
      <Announced text={missing === null && data !== undefined ? said(data) : ''} />
      {missing !== null ? (
        <Notice tone="warning">{missing}</Notice>
      ) : query.error ? (
        <Notice
          tone="error"
          action={{ label: t('planner:again'), run: () => void query.refetch() }}
        >
          {error(errorOf(query.error))}
        </Notice>
      ) : data === undefined ? (
        <Loading label={t('loading')} lines={lines} />
      ) : (
        children(data)
      )}
    </>
  );
}
