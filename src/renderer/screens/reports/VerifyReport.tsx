import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { bridge } from '../../client/bridge';
import { Section } from '../../components/Section';
import { useWords } from '../../i18n/use-words';
import { VerdictOf } from './VerdictOf';

/** Computes reports again and says yes, or what differs. `paths`: the reports to check. */
export function VerifyReport({
  paths,
  onChoose,
}: {
  readonly paths: readonly string[];
  readonly onChoose: (paths: readonly string[]) => void;
}) {
  const { t } = useWords();
  // One after the other: each audits its month again.
  const [answered, setAnswered] = useState(0);
  const next = useCallback(() => setAnswered((before) => before + 1), []);
  const choose = async () => {
    const chosen = await bridge().desktop.chooseFiles({
      title: t('reports:verify/chooseTitle'),
      filters: [{ name: t('reports:verify/filter'), extensions: ['xlsx', 'html', 'pdf', 'json'] }],
      many: true,
    });
    if (chosen.length > 0) onChoose(chosen);
  };
  return (
    <Section title={t('reports:verify/title')}>
      <div className="report-verify">
        <p className="muted">{t('reports:verify/note')}</p>
        <Button onClick={() => void choose()} data-testid="report-verify">
          {t('reports:verify/choose')}
        </Button>
      </div>
      {paths.slice(0, answered + 1).map((path) => (
        <VerdictOf key={path} path={path} onAnswer={next} />
      ))}
    </Section>
  );
}
