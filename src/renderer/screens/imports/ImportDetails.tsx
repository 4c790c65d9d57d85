import { Button } from 'antd';
import type { ImportSummary } from '../../../shared/contract/imports';
import { errorOf, useEngineMutation, useEngineQuery } from '../../client/engine-query';
import { IssueList } from '../../issues/IssueList';
import { Notice } from '../../components/Notice';
import { Section } from '../../components/Section';
import { formatCount } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { failureNotice } from '../../state/failure-notice';
import { useNotices } from '../../state/notices';
import { ImportApplication } from './ImportApplication';
import { Repeats } from './Repeats';
import { Quarantine } from './Quarantine';

const SHOWN = 200;
/** The warning that another file says something else about the same days. */
const RESTATES = 'restates-other-file';

/** The issues of one import, and its rows in quarantine with the reason, the line and the raw text. */
export function ImportDetails({ summary }: { readonly summary: ImportSummary }) {
  const { t, error } = useWords();
  const page = { importId: summary.id, offset: 0, limit: SHOWN };
  const { show } = useNotices();
  const replace = useEngineMutation('imports.replace');
  const issues = useEngineQuery('imports.issues', page);
  const failed = issues.error;
  const some = (total: number) =>
    total > SHOWN
      ? t('raw/some', { shown: formatCount(SHOWN), all: formatCount(total) })
      : undefined;
  return (
    <>
      {failed && <Notice tone="error">{error(errorOf(failed))}</Notice>}
      <ImportApplication summary={summary} />
      <Quarantine importId={summary.id} />
      <Repeats importId={summary.id} />
      {issues.data && (
        <Section
          title={t('imports/issuesOf', { file: summary.fileName })}
          aside={some(issues.data.total)}
        >
          {issues.data.rows.some(({ code }) => code === RESTATES) && (
            <p className="readings-actions">
              <Button
                data-testid="import-replaces"
                loading={replace.isPending}
                onClick={() =>
                  replace.mutate(
                    { importId: summary.id },
                    {
                      onError: (thrown) => show(failureNotice(thrown)),
                    },
                  )
                }
              >
                {t('imports:restated/replaceNow')}
              </Button>
            </p>
          )}
          {issues.data.total === 0 ? (
            <p className="muted overview-none">{t('imports/noIssues')}</p>
          ) : (
            <IssueList
              issues={issues.data.rows}
              place={({ file, line }) =>
                line === undefined ? null : t('origin/line', { file, line })
              }
            />
          )}
        </Section>
      )}
    </>
  );
}
