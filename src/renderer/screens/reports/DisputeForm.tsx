import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import type { Run } from '../../../shared/contract/audits';
import { LANGUAGES } from '../../../shared/contract/languages';
import { bridge } from '../../client/bridge';
import { ask } from '../../client/engine-query';
import { Choice } from '../../components/Choice';
import { Section } from '../../components/Section';
import { useWords } from '../../i18n/use-words';
import { useReportJob } from './use-report-job';

const ROWS = ['over-billed', 'disputed', 'all'] as const;

/** What is sent to the provider: which differences, in which language, and who is answered. */
export function DisputeForm({ run }: { readonly run: Run }) {
  const words = useWords();
  const { t } = words;
  const write = useReportJob();
  const [rows, setRows] = useState<(typeof ROWS)[number]>('over-billed');
  const [chosen, setLanguage] = useState<typeof words.language | null>(null);
  const [masked, setMasked] = useState(false);
  const [packed, setPacked] = useState(true);
  const [contact, setContact] = useState('');
  const language = chosen ?? words.language;

  const choose = async () => {
    const folder = await bridge().desktop.chooseFolder({ title: t('reports:dispute/folder') });
    if (folder === null) return;
    await write(() =>
      ask('reports.dispute', {
        runId: run.id,
        folder,
        language,
        masked,
        packed,
        contact: contact.trim(),
        choice: { rows },
      }),
    );
  };
  return (
    <Section title={t('reports:dispute/title')}>
      <div className="report-form">
        <p className="muted">{t('reports:dispute/note')}</p>
        <label className="report-field">
          <span>{t('reports:dispute/rows')}</span>
          <Choice
            label={t('reports:dispute/rows')}
            value={rows}
            options={ROWS.map((value) => ({ value, label: t(`reports:dispute/${value}`) }))}
            onChange={setRows}
            testId="dispute-rows"
          />
        </label>
        <label className="report-field">
          <span>{t('reports:dispute/language')}</span>
          <Choice
            label={t('reports:dispute/language')}
            value={language}
            options={LANGUAGES.map((value) => ({
              value,
              label: t(`language/${value}`),
            }))}
            onChange={setLanguage}
            testId="dispute-language"
          />
        </label>
        <label className="report-field">
          <span>{t('reports:dispute/contact')}</span>
          <Input
            value={contact}
            maxLength={500}
            onChange={(event) => {
              setContact(event.target.value);
            }}
          />
        </label>
        <Checkbox
          checked={packed}
          data-testid="dispute-packed"
          onChange={(event) => {
            setPacked(event.target.checked);
          }}
        >
          {t('reports:dispute/packed')}
        </Checkbox>
        <Checkbox
          checked={masked}
          data-testid="dispute-masked"
          onChange={(event) => {
            setMasked(event.target.checked);
          }}
        >
          {t('reports:write/masked')}
        </Checkbox>
        <div className="report-actions">
          <Button onClick={() => void choose()} data-testid="dispute-write">
            {t('reports:dispute/write')}
          </Button>
        </div>
      </div>
    </Section>
  );
}
