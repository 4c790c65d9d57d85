import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { errorOf } from '../client/engine-query';
import { Loading } from '../components/Placeholder';
import { Notice } from '../components/Notice';
import { useWords } from '../i18n/use-words';
import { PanelHead } from './PanelHead';
import './DetailPanel.css';

/** What lies beside a grid about one of its rows: asked of the engine, closed by Escape. */
export function DetailPanel<T>({
  name,
  testId,
  heading,
  lead,
  above,
  query,
  onClose,
  children,
}: {
  /** What screen readers call it. */
  readonly name: string;
  readonly testId: string;
  readonly heading: string;
  readonly lead?: ReactNode;
  /** What is shown before the answer is there. */
  readonly above?: ReactNode;
  readonly query: UseQueryResult<T>;
  readonly onClose: () => void;
  readonly children: (answer: T) => ReactNode;
}) {
  const { t, error } = useWords();
  return (
    <aside
      className="detail"
      aria-label={name}
      data-testid={testId}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <PanelHead heading={heading} lead={lead} onClose={onClose} />
      {above}
      {query.isPending && <Loading label={t('loading')} lines={9} />}
      {query.isError && (
        <Notice
          tone="error"
          action={{ label: t('explain/retry'), run: () => void query.refetch() }}
        >
          {error(errorOf(query.error))}
        </Notice>
      )}
      {query.isSuccess && children(query.data)}
    </aside>
  );
}
