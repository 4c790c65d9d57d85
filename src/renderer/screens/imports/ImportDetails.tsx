import { Button } from 'antd';
import type { ImportSummary } from '../../../shared/contract/imports';
import { ask, errorOf, useEngineMutation } from '../../client/engine-query';
import { usePages } from '../../client/use-pages';
import { IssueList } from '../../issues/IssueList';
import { Notice } from '../../components/Notice';
import { Section } from '../../components/Section';
import { formatCount } from '../../format/decimal-text';
import { MoreRows } from '../../grids/MoreRows';
import { useWords } from '../../i18n/use-words';
import { failureNotice } from '../../state/failure-notice';
import { useNotices } from '../../state/notices';
import { ImportApplication } from './ImportApplication';
import { Repeats } from './Repeats';
import { Quarantine } from './Quarantine';

const PAGE = 200;
/** The warning that another file says something else about the same days. */
const RESTATES = 'restates-other-file';

/** The issues of one import, and its rows in quarantine with the reason, the line and the raw text. */
export function ImportDetails({ summary }: { readonly summary: ImportSummary }) {
  const { t, error } = useWords();
  const { show } = useNotices();
  const replace = useEngineMutation('imports.replace');
  const { first, rows, total, readOn, query } = usePages(
    ['imports.issues', summary.id],
    PAGE,
    (page) => ask('imports.issues', { importId: summary.id, ...page }),
  );
  return (
    <>
      {query.isError && <Notice tone="error">{error(errorOf(query.error))}</Notice>}
      <ImportApplication summary={summary} />
      <Quarantine importId={summary.id} />
      <Repeats importId={summary.id} />
      {first && (
        <Section
          title={t('imports/issuesOf', { file: summary.fileName })}
          aside={
            readOn
              ? t('raw/some', { shown: formatCount(rows.length), all: formatCount(total) })
              : undefined
          }
        >
          {rows.some(({ code }) => code === RESTATES) && (
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
          {total === 0 ? (
            <p className="muted overview-none">{t('imports/noIssues')}</p>
          ) : (
            <IssueList
              issues={rows}
              place={({ file, line }) =>
                line === undefined ? null : t('origin/line', { file, line })
              }
            />
          )}
          <MoreRows shown={rows.length} total={total} readOn={readOn} testId="more-issues" />
        </Section>
      )}
    </>
  );
}
