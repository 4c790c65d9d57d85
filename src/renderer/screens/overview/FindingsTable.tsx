import type { FindingRow } from '../../../shared/contract/findings';
import { causeField } from '../../../shared/contract/fields';
import { Difference } from '../../components/Amount';
import { formatStretch } from '../../format/day-text';
import { amountDecimals, formatCount } from '../../format/decimal-text';
import { Unbroken } from '../../components/Unbroken';
import { useWords } from '../../i18n/use-words';
import { useNavigation } from '../../state/navigation';

/** Each mistake once, with the sentence that proves it, and the difference they add up to. */
export function FindingsTable({
  findings,
  difference,
}: {
  readonly findings: readonly FindingRow[];
  /** Of the whole bill. */
  readonly difference: string;
}) {
  const { t } = useWords();
  const decimals = Math.max(2, ...findings.map(({ amount }) => amountDecimals(amount)));
  return (
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
            <Difference value={difference} decimals={decimals} />
          </td>
        </tr>
      </tfoot>
    </table>
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
                ...(comparisons === 1 && { comparisonId: example.comparisonId }),
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
          {items.length > 0 && ` · ${items.map((item) => term('items', item)).join(t('list'))}`}
        </span>
        {evidence !== null && (
          <p>
            <Unbroken
              text={comparisons > 1 ? t('decisions:findings/example', { evidence }) : evidence}
            />
          </p>
        )}
      </td>
      <td className="number">
        <Difference value={finding.amount} decimals={decimals} />
      </td>
    </tr>
  );
}
