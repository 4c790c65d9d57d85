import type { JudgedRow } from './use-decision-acts';
import { useWords } from '../i18n/use-words';
import { decisionText } from './decision-text';
import './Decisions.css';

const ICONS = {
  accept: 'M2 6.5 5 9.5 10 3',
  dispute: 'M6 1.5v6 M6 10v.6',
  ask: 'M3.5 4a2.5 2.5 0 1 1 3.6 2.3C6.3 6.8 6 7.2 6 8 M6 10v.6',
} as const;

/** What was decided about a row, as icon and text; what is proposed, more quietly. */
export function DecisionMark({ row }: { readonly row: JudgedRow }) {
  const words = useWords();
  const { decision, proposal } = row;
  const verdict = decision?.verdict ?? proposal?.verdict;
  const text = decisionText(row, words);
  if (!verdict) return <span className="muted">{text}</span>;
  return (
    <span
      className={`decision decision-${verdict}${decision ? '' : ' decision-proposed'}`}
      title={text}
    >
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <path d={ICONS[verdict]} />
      </svg>
      <span>{text}</span>
    </span>
  );
}
