import { Button } from 'antd';
import { useState } from 'react';
import {
  priceComparisonSchema,
  type PriceComparison,
  type PriceVersion,
} from '../../../shared/contract/price-books';
import { dayField } from '../../../shared/contract/fields';
import { ask, errorOf, useEngineQuery } from '../../client/engine-query';
import { useJobStore } from '../../client/use-jobs';
import { Section } from '../../components/Section';
import { isWrittenDay } from '../../days/written-day';
import { useWords } from '../../i18n/use-words';
import { useNotices } from '../../state/notices';
import { VersionChoice, type VersionDraft } from './VersionChoice';
import { VersionCosts } from './VersionCosts';

const IN_USE: VersionDraft = { book: 'own', on: '', terms: 'contract' };
/** What there is to compare with at once: the program's own book, or without another book the list prices. */
const OTHER = (hasOwn: boolean): VersionDraft => ({
  ...IN_USE,
  book: 'built-in',
  terms: hasOwn ? 'contract' : 'list',
});

const complete = ({ on }: VersionDraft) => on === '' || isWrittenDay(on);

/** What the workspace's own months cost under two versions of prices and terms. */
export function ComparePrices({ hasOwn }: { readonly hasOwn: boolean }) {
  const { t } = useWords();
  const { show } = useNotices();
  const jobs = useJobStore();
  const months = useEngineQuery('audits.months', {});
  const [a, setA] = useState(IN_USE);
  const [b, setB] = useState(OTHER(hasOwn));
  const [running, setRunning] = useState(false);
  const [result, setResult] = useState<PriceComparison | null>(null);
  const used = months.data?.some(({ usageRows }) => usageRows > 0) ?? false;

  const versionOf = ({ book, on, terms }: VersionDraft): PriceVersion => ({
    book: hasOwn ? book : 'built-in',
    on: on === '' ? null : dayField.parse(on),
    contract: terms === 'contract',
  });
  // Figures of other versions than those above them would be taken for theirs.
  const choose = (take: (draft: VersionDraft) => void) => (draft: VersionDraft) => {
    take(draft);
    setResult(null);
  };
  const compare = async () => {
    setRunning(true);
    try {
      const { jobId } = await ask('prices.compare', {
        a: versionOf(a),
        b: versionOf(b),
        period: null,
      });
      const end = await jobs.endOf(jobId);
      if (end.state === 'failed') show({ tone: 'error', text: ({ error }) => error(end.error) });
      if (end.state === 'finished') setResult(priceComparisonSchema.parse(end.result));
    } catch (thrown) {
      show({ tone: 'error', text: ({ error }) => error(errorOf(thrown)) });
    } finally {
      setRunning(false);
    }
  };

  return (
    <Section title={t('price-compare:compare/title')} aside={t('price-compare:compare/lead')}>
      {used ? (
        <form
          className="price-versions"
          onSubmit={(event) => {
            event.preventDefault();
            void compare();
          }}
        >
          <VersionChoice
            side="a"
            value={hasOwn ? a : { ...a, book: 'built-in' }}
            hasOwn={hasOwn}
            onChange={choose(setA)}
          />
          <VersionChoice
            side="b"
            value={hasOwn ? b : { ...b, book: 'built-in' }}
            hasOwn={hasOwn}
            onChange={choose(setB)}
          />
          <Button
            htmlType="submit"
            type="primary"
            data-testid="compare-prices"
            loading={running}
            disabled={!complete(a) || !complete(b)}
          >
            {t(running ? 'price-compare:compare/running' : 'price-compare:compare/run')}
          </Button>
        </form>
      ) : (
        <p className="muted">{t('price-compare:compare/noUsage')}</p>
      )}
      {result && used && <VersionCosts result={result} />}
    </Section>
  );
}
