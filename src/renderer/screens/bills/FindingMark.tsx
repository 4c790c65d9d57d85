import type { CheckedBillLine } from '../../../shared/contract/bills';
import type { Words } from '../../i18n/use-words';
import './Bills.css';

/** What was found about a line, in a few words; a quiet word where nothing was. */
export function FindingMark({
  findings,
  words: { t, sentence },
}: {
  readonly findings: CheckedBillLine['findings'];
  readonly words: Words;
}) {
  const [first] = findings;
  if (!first) return <span className="finding-none">{t('bills/sound')}</span>;
  return (
    <span className={`finding finding-${first.severity}`}>
      {findings.map(({ code, params }) => sentence('issues', code, params)).join(' ')}
    </span>
  );
}
