import type { Run } from '../../../shared/contract/audits';
import type { EvidenceFindingRow } from '../../../shared/contract/findings';
import { useEngineQuery } from '../../client/engine-query';
import { IssueList } from '../../issues/IssueList';
import { Section } from '../../components/Section';
import { useWords } from '../../i18n/use-words';

/** What the audit wants a person to know beside the differences. */
export function Remarks({ run }: { readonly run: Run }) {
  const { t } = useWords();
  const contradictions = useEngineQuery('audits.evidence', { runId: run.id }).data ?? [];
  const issues = run.issues.filter((issue) => !contradictions.some((known) => says(known, issue)));
  return (
    <Section title={t('remarks/title')}>
      {issues.length === 0 ? (
        <p className="muted overview-none">
          {t(run.issues.length === 0 ? 'remarks/none' : 'remarks/noneElse')}
        </p>
      ) : (
        <IssueList
          issues={issues}
          place={({ file, line }) =>
            line === undefined ? t('origin/file', { file }) : t('origin/line', { file, line })
          }
        />
      )}
    </Section>
  );
}

/** Whether a contradiction, which is shown above with its sentence, is this remark and no more than it. */
function says({ places, example }: EvidenceFindingRow, issue: Run['issues'][number]): boolean {
  return (
    places === 1 &&
    example.code === issue.code &&
    example.origin?.file === issue.origin?.file &&
    example.origin?.line === issue.origin?.line
  );
}
