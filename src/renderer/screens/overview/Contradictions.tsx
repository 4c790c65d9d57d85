import type { Run } from '../../../shared/contract/audits';
import type { EvidenceFindingRow } from '../../../shared/contract/findings';
import { errorOf, useEngineQuery } from '../../client/engine-query';
import { Difference } from '../../components/Amount';
import { Notice } from '../../components/Notice';
import { Section } from '../../components/Section';
import { formatStretch } from '../../format/day-text';
import { formatId, formatQuantity } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { useNavigation } from '../../state/navigation';

/**
 * What the files say against each other: the bill's own arithmetic, the provider's package deductions, what was
 * restated. Beside the findings, since none of it moves the difference.
 */
export function Contradictions({ run }: { readonly run: Run }) {
  const { t, error } = useWords();
  const query = useEngineQuery('audits.evidence', { runId: run.id });
  if (query.isError) return <Notice tone="error">{error(errorOf(query.error))}</Notice>;
  const findings = query.data ?? [];
  if (findings.length === 0) return null;
  return (
    <Section title={t('contradictions:title')} aside={t('contradictions:lead')}>
      <table className="ledger" data-testid="contradictions">
        <tbody>
          {findings.map((finding) => (
            <Contradiction
              key={`${finding.code} ${finding.packageId ?? ''} ${finding.example.params['newer'] ?? ''}`}
              finding={finding}
              currency={run.currency}
            />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Contradiction({
  finding,
  currency,
}: {
  readonly finding: EvidenceFindingRow;
  readonly currency: string;
}) {
  const { t, sentence } = useWords();
  const { kind, packageId, places, from, to, worth, example } = finding;
  const text = sentence('issues', example.code, example.params);
  const about = [
    ...(packageId === null ? [] : [t('contradictions:package', { id: formatId(packageId) })]),
    ...(from && to ? [formatStretch(from, to)] : []),
    t('contradictions:places', { count: places }),
    ...(worth === null ? [] : [sentence('contradictions', 'worth', { amount: worth, currency })]),
  ];
  return (
    <tr data-testid="contradiction">
      <td>
        <strong>{t(`contradictions:kinds/${kind}`)}</strong>{' '}
        <span className="muted">{about.join(' · ')}</span>
        <p>
          {places > 1 ? t('contradictions:example', { text }) : text} <Where example={example} />
        </p>
        {kind === 'deductions' && <ToPackages />}
      </td>
      <td className="number">
        <Size finding={finding} />
      </td>
    </tr>
  );
}

/** The line of the file that says it. */
function Where({ example: { origin } }: Pick<EvidenceFindingRow, 'example'>) {
  const { t } = useWords();
  if (!origin) return null;
  const { file, line } = origin;
  return (
    <span className="muted">
      {line === undefined ? t('origin/file', { file }) : t('origin/line', { file, line })}
    </span>
  );
}

function ToPackages() {
  const { t } = useWords();
  const { go } = useNavigation();
  return (
    <button type="button" className="link" onClick={() => go({ screen: 'packages' })}>
      {t('contradictions:showPackages')}
    </button>
  );
}

/** By how much: money, or minutes where it is no question of money. */
function Size({ finding }: { readonly finding: EvidenceFindingRow }) {
  const { t } = useWords();
  const { amount, minutes, kind } = finding;
  if (amount !== null) return <Difference value={amount} />;
  if (minutes === null) return null;
  const plus = minutes.startsWith('-') || minutes === '0' ? '' : '+';
  return t(kind === 'deductions' ? 'contradictions:packageMinutes' : 'contradictions:useMinutes', {
    minutes: `${plus}${formatQuantity(minutes)}`,
  });
}
