import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState, type FocusEvent } from 'react';
import { engineQuery } from '../../../client/engine-query';
import type { AccountDraft } from './draft';
import { problemsAt } from './field-problems';
import { fieldWarnings, type FieldWarning } from './field-warnings';
import { NO_PROBLEMS, shownProblems, type ShownProblems } from './form-problems';
import { useSettled } from '../../../components/use-settled';
import { writeDraft } from './write-draft';

/** Milliseconds without a key: what is typed by then is worth a look. */
const PAUSE = 250;

/**
 * What the engine thinks of the account while it is typed: warnings at once, what is wrong with a field once it was
 * left, and with every field once saving was tried.
 */
export function useAccountCheck(
  draft: AccountDraft,
  json: string | null,
  changed: boolean,
): {
  readonly shown: ShownProblems;
  /** Warnings that no field can show. */
  readonly unplaced: readonly FieldWarning[];
  readonly tried: boolean;
  readonly onBlur: (event: FocusEvent) => void;
  readonly showAll: () => void;
  readonly restart: () => void;
} {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const text = useSettled(
    useMemo(
      () => (json !== null && !changed ? json : writeDraft(draft, json)),
      [draft, json, changed],
    ),
    PAUSE,
  );
  const check = useQuery({
    ...engineQuery('account.check', { json: text }),
    enabled: changed || json !== null,
    placeholderData: keepPreviousData,
  });
  const found = useDeferredValue(check.data);
  const warnings = useMemo(() => fieldWarnings(found?.warnings ?? [], draft), [found, draft]);
  const shown = useMemo<ShownProblems>(() => {
    if (!found) return NO_PROBLEMS;
    const problems = tried ? found.problems : changed ? problemsAt(found.problems, left) : [];
    return shownProblems(problems, warnings);
  }, [found, warnings, tried, changed, left]);
  return {
    shown,
    unplaced: shown.doubtful.get(null) ?? [],
    tried,
    onBlur: ({ target }) => {
      const field = target instanceof HTMLElement ? target.dataset['field'] : undefined;
      if (field !== undefined && !left.has(field)) setLeft(new Set([...left, field]));
    },
    showAll: () => setTried(true),
    restart: () => {
      setTried(false);
      setLeft(new Set());
    },
  };
}
