import type { CellLook } from '../components/grid/cell-look';
import type { Words } from '../i18n/use-words';
import type { JudgedRow } from './use-decision-acts';
import { decisionText } from './decision-text';
import './Decisions.css';

const SIGNS = {
  accept: 'M2 6.5 5 9.5 10 3',
  dispute: 'M6 1.5v6 M6 10v.6',
  ask: 'M3.5 4a2.5 2.5 0 1 1 3.6 2.3C6.3 6.8 6 7.2 6 8 M6 10v.6',
} as const;

/** What was decided about a row, as sign and text; what is proposed, more quietly. */
export function decisionLook(row: JudgedRow, words: Pick<Words, 't'>): CellLook {
  const { decision, proposal } = row;
  const verdict = decision?.verdict ?? proposal?.verdict;
  const text = decisionText(row, words);
  if (!verdict) return { text, tone: 'muted' };
  return {
    text,
    tone: `decision-${verdict}${decision ? '' : ' decision-proposed'}`,
    sign: { path: SIGNS[verdict], box: 12, pixels: 12 },
  };
}
