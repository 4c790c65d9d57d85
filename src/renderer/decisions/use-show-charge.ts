import { ask, errorOf } from '../client/engine-query';
import { useMonth } from '../state/month';
import { useNavigation } from '../state/navigation';
import { useNotices } from '../state/notices';
import { monthOfCharge } from './month-of-charge';

/**
 * Opens a charge with its explanation. Where the audit on show does not have it, the month of its day is chosen first:
 * a promise of June is looked at in July, too.
 */
export function useShowCharge(runId: number): (comparisonId: string) => Promise<void> {
  const { go } = useNavigation();
  const { months, choose } = useMonth();
  const notices = useNotices();
  return async (comparisonId) => {
    const filter = { onlyDiscrepancies: false };
    try {
      const here = await ask('places.comparison', {
        ...{ runId, comparisonId, filter },
        sort: { by: 'magnitude', descending: true },
      });
      const month = here.place === null ? monthOfCharge(comparisonId, months) : undefined;
      if (month) choose(month.from);
      // A difference that was mended since would not be among the differences.
      go({ screen: 'differences', comparisonId, filter });
    } catch (thrown) {
      notices.show({ tone: 'error', text: ({ error }) => error(errorOf(thrown)) });
    }
  };
}
