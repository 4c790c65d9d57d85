import { Button } from 'antd';
import type { Run } from '../../../shared/contract/audits';
import type { CreditView } from '../../../shared/contract/credits';
import { ask } from '../../client/engine-query';
import { useAccountApps } from '../../client/use-account-apps';
import { usePages } from '../../client/use-pages';
import { Amount } from '../../components/Amount';
import { MoreRows } from '../../grids/MoreRows';
import { Section } from '../../components/Section';
import { comparisonName } from '../../decisions/comparison-name';
import { useDecisionActs } from '../../decisions/use-decision-acts';
import { useShowCharge } from '../../decisions/use-show-charge';
import { amountDecimals } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';

const PAGE = 50;
const isZero = (amount: string) => !/[1-9]/.test(amount);

/** Money that was promised back, until a later bill returns it. Nothing where nothing was promised. */
export function Credits({ run }: { readonly run: Run }) {
  const { t } = useWords();
  const {
    rows: credits,
    total,
    readOn,
  } = usePages(['credits.list'], PAGE, (page) => ask('credits.list', page));
  if (credits.length === 0) return null;
  const decimals = Math.max(
    ...credits.flatMap(({ amount, open }) => [amountDecimals(amount), amountDecimals(open)]),
  );
  return (
    <Section title={t('decisions:credits/title')} aside={t('decisions:credits/lead')}>
      <table className="ledger" data-testid="credits">
        <thead>
          <tr>
            <th scope="col">{t('decisions:credits/for')}</th>
            <th scope="col">{t('decisions:credits/expectedBy')}</th>
            <th scope="col" className="number">
              {t('decisions:credits/amount')}
            </th>
            <th scope="col" className="number">
              {t('decisions:credits/stillOpen')}
            </th>
            <th />
          </tr>
        </thead>
        <tbody>
          {credits.map((credit) => (
            <CreditRow key={credit.key} credit={credit} runId={run.id} decimals={decimals} />
          ))}
        </tbody>
      </table>
      <MoreRows shown={credits.length} total={total} readOn={readOn} testId="more-credits" />
    </Section>
  );
}

function CreditRow({
  credit,
  runId,
  decimals,
}: {
  readonly credit: CreditView;
  readonly runId: number;
  readonly decimals: number;
}) {
  const words = useWords();
  const { t, sentence } = words;
  const show = useShowCharge(runId);
  const apps = useAccountApps();
  const nameOf = (id: string) => apps.find(({ sdkAppId }) => sdkAppId === id)?.name;
  const acts = useDecisionActs(runId);
  const { key, suggestion } = credit;
  const lineText = ({ line }: CreditView['lines'][number]) =>
    [line.componentName, (line.chargedAt ?? line.usageStart ?? '').slice(0, 10)].join(' ');
  return (
    <tr data-testid="credit-row">
      <td>
        <button type="button" className="link" onClick={() => void show(key)}>
          {comparisonName(key, words, nameOf)}
        </button>
        {credit.reference !== '' && <p className="muted">{credit.reference}</p>}
        {suggestion && (
          <p>
            {sentence('decisions', `credits/suggestion/${suggestion.evidence}`, {
              line: lineText(suggestion),
              amount: suggestion.line.amount,
            })}{' '}
            <Button
              size="small"
              data-testid="credit-settle"
              onClick={() =>
                void acts.told(() => ask('credits.settle', { key, lineKey: suggestion.lineKey }))
              }
            >
              {t('decisions:credits/settle')}
            </Button>
          </p>
        )}
        {credit.lines.map((line) => (
          <p key={line.lineKey} className="muted">
            {t('decisions:credits/returned')}: {lineText(line)}{' '}
            <Button
              size="small"
              type="text"
              onClick={() =>
                void acts.told(() => ask('credits.unsettle', { key, lineKey: line.lineKey }))
              }
            >
              {t('decisions:credits/unsettle')}
            </Button>
          </p>
        ))}
      </td>
      <td>{isZero(credit.open) ? t('decisions:credits/settled') : (credit.expectedBy ?? '—')}</td>
      <td className="number">
        <Amount value={credit.amount} decimals={decimals} />
      </td>
      <td className="number">
        <Amount value={credit.open} decimals={decimals} />
      </td>
      <td>
        <Button
          size="small"
          type="text"
          onClick={() => void acts.told(() => ask('credits.withdraw', { key }))}
        >
          {t('decisions:credits/withdraw')}
        </Button>
      </td>
    </tr>
  );
}
