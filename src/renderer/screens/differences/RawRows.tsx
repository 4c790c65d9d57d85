import type { Explanation } from '../../../shared/contract/audits';
import { RawTable } from '../../evidence/RawTable';
import { Section } from '../../components/Section';
import { formatCount } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';

/** The rows of the user's own files behind the numbers, cell by cell and as they were written. */
export function RawRows({ explanation }: { readonly explanation: Explanation }) {
  const { t } = useWords();
  const { usageRows, usageRowsTotal, billRows } = explanation;
  return (
    <div data-testid="explanation-raw" className="raw">
      <Section
        title={t('raw/usage')}
        aside={
          usageRowsTotal > usageRows.length
            ? t('raw/some', {
                shown: formatCount(usageRows.length),
                all: formatCount(usageRowsTotal),
              })
            : undefined
        }
      >
        <RawTable rows={usageRows} none={t('raw/noUsage')} />
      </Section>
      <Section title={t('raw/bill')}>
        <RawTable rows={billRows} none={t('raw/noBill')} />
      </Section>
    </div>
  );
}
