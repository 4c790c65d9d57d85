import type { CheckedBillLine } from '../../../shared/contract/bills';
import type { CellLook } from '../../components/grid/cell-look';
import type { Words } from '../../i18n/use-words';
import './Bills.css';

/** What was found about a line, in a few words; a quiet word where nothing was. `checked`: false until the month has been audited. */
export function findingLook(
  { line, findings }: CheckedBillLine,
  checked: boolean,
  { t, term }: Words,
): CellLook {
  const [first] = findings;
  if (!first) {
    const known = checked && line.bucket !== 'other-product' && line.bucket !== 'precision';
    return { text: known ? t('bills/sound') : '—', tone: 'finding-none' };
  }
  return {
    text: findings.map(({ code }) => term('findings', code)).join(' · '),
    tone: `finding-${first.severity}`,
  };
}
