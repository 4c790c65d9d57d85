import type { ComparisonFilter } from '../../../shared/contract/audits';
import type { NothingFits } from '../../grids/GridScreen';
import type { Words } from '../../i18n/use-words';

/** What is said where no row fits, and what shows some again: a month that agrees is no filter that is too narrow. */
export function nothingHere(
  filter: ComparisonFilter,
  { t }: Words,
  onFilter: (filter: ComparisonFilter) => void,
): NothingFits {
  const { onlyDiscrepancies, ...narrowing } = filter;
  // A choice that was taken back is an empty one, or not given.
  const choices = Object.values<string | readonly unknown[] | undefined>(narrowing);
  const narrowed = choices.some((choice) => (choice?.length ?? 0) > 0);
  if (onlyDiscrepancies && !narrowed)
    return {
      title: t('differences/agreeTitle'),
      text: t('differences/agree'),
      action: {
        label: t('differences/showAll'),
        run: () => onFilter({ onlyDiscrepancies: false }),
      },
    };
  return {
    title: t('differences/noneTitle'),
    text: t('differences/none'),
    action: { label: t('filter/clearAll'), run: () => onFilter({ onlyDiscrepancies }) },
  };
}
