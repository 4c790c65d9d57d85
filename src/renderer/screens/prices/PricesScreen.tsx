import { useState } from 'react';
import { siteField } from '../../../shared/contract/prices';
import { errorOf, useEngineQuery } from '../../client/engine-query';
import { Choice } from '../../components/Choice';
import { Notice } from '../../components/Notice';
import { Loading } from '../../components/Placeholder';
import { useWords } from '../../i18n/use-words';
import { useNavigation } from '../../state/navigation';
import { ComparePrices } from './ComparePrices';
import { ContractTerms } from './ContractTerms';
import { PriceBooks } from './PriceBooks';
import { PriceTimeLine } from './PriceTimeLine';
import './Prices.css';

const siteOf = (currency: string | null) => (currency === 'USD' ? 'intl' : 'cn');

/** Published prices of both sites over time, each with where it was published, and the account's own terms. */
export function PricesScreen() {
  const { t, term, error } = useWords();
  const { place } = useNavigation();
  const workspace = useEngineQuery('workspace.current', {});
  const [chosenSite, chooseSite] = useState(place.price?.site ?? null);
  const [chosenItem, chooseItem] = useState<string>(place.price?.item ?? 'av.hd');
  const site = chosenSite ?? siteOf(workspace.data?.currency ?? null);
  const query = useEngineQuery('prices.table', { site }, { enabled: !workspace.isPending });
  const items = [...new Set(query.data?.prices.map(({ item }) => item))];
  const item = items.find((one) => one === chosenItem) ?? items[0];
  return (
    <>
      <div className="screen-title">
        <h1>{t('screens/prices')}</h1>
        {query.data && (
          <span className="muted">{t('prices/currency', { currency: query.data.currency })}</span>
        )}
      </div>
      <div className="filters price-choices">
        <Choice
          label={t('prices/site')}
          testId="price-site"
          value={site}
          options={siteField.options.map((value) => ({ value, label: term('sites', value) }))}
          onChange={chooseSite}
        />
        {item && (
          <Choice
            label={t('columns/item')}
            testId="price-item"
            value={item}
            options={items.map((value) => ({ value, label: term('items', value) }))}
            onChange={chooseItem}
          />
        )}
      </div>
      {query.isPending && <Loading label={t('loading')} lines={10} />}
      {query.isError && (
        <Notice
          tone="error"
          action={{ label: t('explain/retry'), run: () => void query.refetch() }}
        >
          {error(errorOf(query.error))}
        </Notice>
      )}
      {query.data && item && (
        <>
          <PriceTimeLine
            key={item}
            item={item}
            rows={query.data.prices.filter((row) => row.item === item)}
            all={query.data.prices}
          />
          <ContractTerms terms={query.data.contract} />
          <PriceBooks site={site} />
          {workspace.data && site === siteOf(workspace.data.currency) && (
            <ComparePrices key={query.data.hash} hasOwn={query.data.own} />
          )}
        </>
      )}
    </>
  );
}
