import { Button } from 'antd';
import type { ItemRules } from '../../../../shared/contract/item-rules';
import { Amount } from '../../../components/Amount';
import { formatCount } from '../../../format/decimal-text';
import { useWords } from '../../../i18n/use-words';

/** Lines of no known item, by name, the most money first; each can become a rule. */
export function UnknownComponents({
  unknown,
  onRule,
}: {
  readonly unknown: ItemRules['unknown'];
  readonly onRule: (contains: string) => void;
}) {
  const { t } = useWords();
  return (
    <>
      <h3 className="item-rules-unknown">{t('mapping:rules/unknown')}</h3>
      <table className="ledger" data-testid="unknown-components">
        <thead>
          <tr>
            <th scope="col">{t('mapping:rules/component')}</th>
            <th scope="col" className="number">
              {t('mapping:rules/lines')}
            </th>
            <th scope="col" className="number">
              {t('mapping:rules/amount')}
            </th>
            <th scope="col">
              <span className="visually-hidden">{t('mapping:profiles/actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {unknown.map((one) => (
            <tr key={`${one.subProduct}|${one.componentType}|${one.componentName}`}>
              <td>
                {[one.componentType, one.componentName].filter((name) => name !== '').join(' / ')}
              </td>
              <td className="number">{formatCount(one.lines)}</td>
              <td className="number">
                <Amount value={one.amount} />
              </td>
              <td className="number">
                <Button
                  size="small"
                  aria-label={`${t('mapping:rules/make')}: ${one.componentName}`}
                  onClick={() => onRule(one.componentName)}
                >
                  {t('mapping:rules/make')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
