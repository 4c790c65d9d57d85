import { policiesInForce, type PolicyInForce } from '../../../../shared/account/policies';
import type { Language } from '../../../../shared/contract/fields';
import { hasSentence, sentence } from '../../locale/sentence';
import type { ReportSource } from '../report-source';
import type { ReportTable } from '../report-table';

/** Where the provider's texts conflict or are silent: what the run did, and why. */
export function policiesTable(source: ReportSource): ReportTable<PolicyInForce> {
  return {
    name: 'policies',
    rows: () => policiesInForce(source.account),
    columns: [
      {
        heading: 'policy',
        kind: 'text',
        width: 36,
        wraps: true,
        value: ({ policy }, language) => sentence(language, `policies:${policy.id}/title`),
      },
      {
        heading: 'inForce',
        kind: 'text',
        width: 30,
        wraps: true,
        value: ({ policy, value }, language) => choiceText(language, policy.id, value),
      },
      {
        heading: 'usualChoice',
        kind: 'text',
        width: 30,
        wraps: true,
        value: ({ policy }, language) => choiceText(language, policy.id, policy.default),
      },
      {
        heading: 'why',
        kind: 'text',
        width: 60,
        wraps: true,
        value: ({ policy }, language) => sentence(language, `policies:${policy.id}/why`),
      },
      {
        heading: 'document',
        kind: 'text',
        width: 34,
        wraps: true,
        value: ({ policy }) => policy.citation.document,
      },
      {
        heading: 'documentDate',
        kind: 'text',
        width: 14,
        value: ({ policy }) => policy.citation.date,
      },
      {
        heading: 'printed',
        kind: 'text',
        width: 40,
        wraps: true,
        value: ({ policy }) => policy.citation.printed,
      },
      { heading: 'conflict', kind: 'text', width: 10, value: ({ policy }) => policy.conflict },
      {
        heading: 'policyName',
        kind: 'text',
        width: 24,
        value: ({ policy }) => policy.id,
      },
    ],
  };
}

function choiceText(language: Language, policy: string, choice: string): string {
  const key = `policies:${policy}/choices/${choice}`;
  return hasSentence(language, key) ? sentence(language, key) : choice;
}
