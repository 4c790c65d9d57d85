import type { ImportSummary } from '../../../shared/contract/imports';
import { errorOf, useEngineQuery } from '../../client/engine-query';
import { IssueList } from '../../components/IssueList';
import { Notice } from '../../components/Notice';
import { Section } from '../../components/Section';
import { formatCount } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { Quarantine } from './Quarantine';

const SHOWN = 200;

/** The issues of one import, and its rows in quarantine with the reason, the line and the raw text. */
export function ImportDetails({ summary }: { readonly summary: ImportSummary }) {
  const { t, term, sentence, error } = useWords();
  const page = { importId: summary.id, offset: 0, limit: SHOWN };
  const issues = useEngineQuery('imports.issues', page);
  const failed = issues.error;
  const some = (total: number) =>
    total > SHOWN
      ? t('raw/some', { shown: formatCount(SHOWN), all: formatCount(total) })
      : undefined;
  return (
    <>
      {failed && <Notice tone="error">{error(errorOf(failed))}</Notice>}
      <Quarantine importId={summary.id} />
      {issues.data && (
        <Section
          title={t('imports/issuesOf', { file: summary.fileName })}
          aside={some(issues.data.total)}
        >
          {issues.data.total === 0 ? (
            <p className="muted overview-none">{t('imports/noIssues')}</p>
          ) : (
            <IssueList
              issues={issues.data.rows.map(({ severity, code, params, origin }) => ({
                severity,
                severityName: term('severities', severity),
                text: sentence('issues', code, params),
                place:
                  origin?.line === undefined
                    ? null
                    : t('origin/line', { file: origin.file, line: origin.line }),
              }))}
            />
          )}
        </Section>
      )}
    </>
  );
}
