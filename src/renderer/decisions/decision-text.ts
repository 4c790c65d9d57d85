import type { DecisionOrigin } from './decision-origin';
import type { Words } from '../i18n/use-words';
import type { JudgedRow } from './use-decision-acts';

const NONE = '—';

/** "by rule 3", "as for 2023-05-02/…"; nothing where a person decided. */
export function originText(origin: DecisionOrigin, { t }: Pick<Words, 't'>): string | null {
  switch (origin.kind) {
    case 'person':
      return null;
    case 'rule':
      return t('decisions:origin/rule', { rule: origin.rule });
    case 'carried':
      return t('decisions:origin/carried', { from: origin.from.slice(0, 10) });
  }
}

/** A decision or a proposal in a few words, with who made it and whether its amount has changed. */
export function decisionText({ decision, proposal }: JudgedRow, words: Pick<Words, 't'>): string {
  const { t } = words;
  const parts = (origin: DecisionOrigin, first: string, stands: boolean) =>
    [first, originText(origin, words), stands ? null : t('decisions:stale')]
      .filter((part) => part !== null)
      .join(' · ');
  if (decision)
    return parts(decision.origin, t(`decisions:verdicts/${decision.verdict}`), decision.stands);
  if (!proposal) return NONE;
  const verdict = t(`decisions:acts/${proposal.verdict}`);
  return parts(proposal.origin, t('decisions:origin/proposed', { verdict }), true);
}
