import type { Run } from '../../../shared/contract/audits';
import type { FindingRow } from '../../../shared/contract/findings';
import { causeField } from '../../../shared/contract/fields';
import { errorOf, useEngineQuery } from '../../client/engine-query';
import { Difference } from '../../components/Amount';
import { Notice } from '../../components/Notice';
import { Section } from '../../components/Section';
import { formatStretch } from '../../format/day-text';
import { amountDecimals, formatCount } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { useNavigation } from '../../state/navigation';
import { Contradictions } from './Contradictions';
import { Inferences } from './Inferences';

/** What is wrong with the bill as a whole: one mistake is one finding, on however many lines. */
export function Findings({ run }: { readonly run: Run }) {
  const { t, error } = useWords();
  const query = useEngineQuery('audits.findings', { runId: run.id });
  const findings = query.data ?? [];
  const decimals = Math.max(2, ...findings.map(({ amount }) => amountDecimals(amount)));
  return (
    <Section title={t('decisions:findings/title')} aside={t('decisions:findings/lead')}>
      {query.isError && <Notice tone="error">{error(errorOf(query.error))}</Notice>}
      {query.isSuccess && findings.length === 0 && (
        <p className="muted overview-none">{t('decisions:findings/none')}</p>
      )}
      {findings.length > 0 && (
        <table className="ledger" data-testid="findings">
          <tbody>
            {findings.map((finding) => (
              <Finding
                key={`${finding.cause} ${finding.evidence ?? ''}`}
                finding={finding}
                decimals={decimals}
              />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>{t('decisions:findings/sum')}</td>
              <td className="number">
                <Difference value={run.totals.difference} decimals={decimals} />
              </td>
            </tr>
          </tfoot>
        </table>
      )}
      {findings.length > 0 && <Inferences key={run.id} period={run.period} />}
      <Contradictions run={run} />
    </Section>
  );
}

function Finding({
  finding,
  decimals,
}: {
  readonly finding: FindingRow;
  readonly decimals: number;
}) {
  const { t, term, sentence } = useWords();
  const { go } = useNavigation();
  const { cause, comparisons, items, example, from, to } = finding;
  const known = causeField.safeParse(cause);
  const evidence =
    example.evidence && sentence('evidence', example.evidence.code, example.evidence.params);
  return (
    <tr data-testid="finding">
      <td>
        {known.success ? (
          <button
            type="button"
            className="link"
            onClick={() =>
              go({
                screen: 'differences',
                filter: { onlyDiscrepancies: true, cause: [known.data] },
              })
            }
          >
            {term('causes', cause)}
          </button>
        ) : (
          <strong>{term('causes', cause)}</strong>
        )}{' '}
        <span className="muted">
          {t('decisions:findings/lines', { count: comparisons, lines: formatCount(comparisons) })}
          {' · '}
          {formatStretch(from, to)}
          {items.length > 0 && ` · ${items.map((item) => term('items', item)).join(', ')}`}
        </span>
        {evidence !== null && (
          <p>{comparisons > 1 ? t('decisions:findings/example', { evidence }) : evidence}</p>
        )}
      </td>
      <td className="number">
        <Difference value={finding.amount} decimals={decimals} />
      </td>
    </tr>
  );
}
