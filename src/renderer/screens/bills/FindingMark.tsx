import type { CheckedBillLine } from '../../../shared/contract/bills';
import type { Words } from '../../i18n/use-words';
import './Bills.css';

/** What was found about a line, in a few words; a quiet word where nothing was. */
export function FindingMark({
  row: { line, findings },
  checked,
  words: { t, term },
}: {
  readonly row: CheckedBillLine;
  /** False until the month has been audited. */
  readonly checked: boolean;
  readonly words: Words;
}) {
  const [first] = findings;
  if (!first) {
    const known = checked && line.bucket !== 'other-product' && line.bucket !== 'precision';
    return <span className="finding-none">{known ? t('bills/sound') : '—'}</span>;
  }
  return (
    <span className={`finding finding-${first.severity}`}>
      {findings.map(({ code }) => term('findings', code)).join(' · ')}
    </span>
  );
}
