import type { Run } from '../../../shared/contract/audits';
import type { EvidenceFindingRow } from '../../../shared/contract/findings';
import { useEngineQuery } from '../../client/engine-query';
import { IssueList } from '../../components/IssueList';
import { Section } from '../../components/Section';
import { useWords } from '../../i18n/use-words';

/** What the audit wants a person to know beside the differences. */
export function Remarks({ run }: { readonly run: Run }) {
  const { t, term, sentence } = useWords();
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
          issues={issues.map(({ severity, code, params, origin }) => ({
            severity,
            severityName: term('severities', severity),
            text: sentence('issues', code, params),
            place: origin
              ? t(origin.line === undefined ? 'origin/file' : 'origin/line', {
                  file: origin.file,
                  line: origin.line ?? '',
                })
              : null,
          }))}
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
