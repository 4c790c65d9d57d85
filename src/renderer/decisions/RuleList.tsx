import { Button } from 'antd';
import { ask } from '../client/engine-query';
import { usePages } from '../client/use-pages';
import { MoreRows } from '../grids/MoreRows';
import { Section } from '../components/Section';
import { formatId } from '../format/decimal-text';
import { useWords } from '../i18n/use-words';
import type { DecisionActs } from './use-decision-acts';

const PAGE = 50;

/** The rules that repeat a decision: what they are about, what they used of their limit, why they stopped. */
export function RuleList({ acts }: { readonly acts: DecisionActs }) {
  const { t, term, sentence } = useWords();
  const { rows, total, readOn } = usePages(['rules.list'], PAGE, (page) => ask('rules.list', page));
  return (
    <Section title={t('decisions:rules/title')}>
      {rows.length === 0 && <p className="muted overview-none">{t('decisions:rules/none')}</p>}
      {rows.length > 0 && (
        <table className="ledger">
          <tbody>
            {rows.map((rule) => (
              <tr key={rule.id} data-testid="rule-row">
                <td>
                  <strong>{t('decisions:rules/number', { rule: rule.id })}</strong>{' '}
                  {t(`decisions:acts/${rule.verdict}`)}
                  <p className="muted">
                    {[
                      term('causes', rule.cause),
                      rule.item ? term('items', rule.item) : t('decisions:rules/anyItem'),
                      rule.sdkAppId === null
                        ? t('decisions:rules/anyApp')
                        : formatId(rule.sdkAppId),
                      t(rule.automatic ? 'decisions:rules/decides' : 'decisions:rules/proposes'),
                    ].join(' · ')}
                  </p>
                  {rule.endedAt === null && rule.stopped && (
                    <p className="attention">{t(`decisions:rules/stopped/${rule.stopped}`)}</p>
                  )}
                </td>
                <td>
                  {sentence('decisions', 'rules/used', {
                    usedAmount: rule.used,
                    capAmount: rule.cap,
                  })}
                  <p className="muted">{t('decisions:rules/untilDay', { until: rule.until })}</p>
                </td>
                <td>
                  {rule.endedAt === null ? (
                    <Button
                      size="small"
                      onClick={() => void acts.told(() => ask('rules.end', { id: rule.id }))}
                    >
                      {t('decisions:rules/end')}
                    </Button>
                  ) : (
                    <span className="muted">{t('decisions:rules/ended')}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <MoreRows shown={rows.length} total={total} readOn={readOn} testId="more-rules" />
    </Section>
  );
}
