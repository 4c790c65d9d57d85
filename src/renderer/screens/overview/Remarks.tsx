import type { Run } from '../../../shared/contract/audits';
import { IssueList } from '../../components/IssueList';
import { Section } from '../../components/Section';
import { useWords } from '../../i18n/use-words';

/** What the audit wants a person to know beside the differences. */
export function Remarks({ issues }: { readonly issues: Run['issues'] }) {
  const { t, term, sentence } = useWords();
  return (
    <Section title={t('remarks/title')}>
      {issues.length === 0 ? (
        <p className="muted overview-none">{t('remarks/none')}</p>
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
