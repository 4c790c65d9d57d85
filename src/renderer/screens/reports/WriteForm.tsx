import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { Run } from '../../../shared/contract/audits';
import { LANGUAGES } from '../../../shared/contract/languages';
import { REPORT_FORMATS, type ReportFormat } from '../../../shared/contract/reports';
import { bridge } from '../../client/bridge';
import { ask, errorOf } from '../../client/engine-query';
import { Choice } from '../../components/Choice';
import { Section } from '../../components/Section';
import { useWords } from '../../i18n/use-words';
import { useNotices } from '../../state/notices';
import { useReportJob } from './use-report-job';

/** Formats with a sentence on each, language, pseudonyms; then a folder. */
export function WriteForm({ run }: { readonly run: Run }) {
  const words = useWords();
  const { t } = words;
  const write = useReportJob();
  const [formats, setFormats] = useState<ReportFormat[]>(['xlsx', 'pdf']);
  const [chosen, setLanguage] = useState<typeof words.language | null>(null);
  const [masked, setMasked] = useState(false);
  const language = chosen ?? words.language;

  const choose = async () => {
    const folder = await bridge().desktop.chooseFolder({ title: t('reports:write/folder') });
    if (folder === null) return;
    await write(() => ask('reports.write', { runId: run.id, folder, formats, language, masked }));
  };
  return (
    <Section title={t('reports:write/title')}>
      <div className="report-form">
        <Checkbox.Group value={formats} onChange={setFormats} className="report-formats">
          {REPORT_FORMATS.map((format) => (
            <Checkbox key={format} value={format} data-testid={`format-${format}`}>
              {t(`reports:formats/${format}/name`)}
              <span className="muted">{t(`reports:formats/${format}/note`)}</span>
            </Checkbox>
          ))}
        </Checkbox.Group>
        <label className="report-field">
          <span>{t('reports:write/language')}</span>
          <Choice
            label={t('reports:write/language')}
            value={language}
            options={LANGUAGES.map((value) => ({
              value,
              label: t(`language/${value}`),
            }))}
            onChange={setLanguage}
            testId="report-language"
          />
        </label>
        <Checkbox
          checked={masked}
          onChange={(event) => {
            setMasked(event.target.checked);
          }}
          data-testid="report-masked"
        >
          {t('reports:write/masked')}
          <span className="muted">{t('reports:write/maskedNote')}</span>
        </Checkbox>
        <div className="report-actions">
          <Button
            type="primary"
            disabled={formats.length === 0}
            onClick={() => void choose()}
            data-testid="report-write"
          >
            {t('reports:write/choose')}
          </Button>
          {masked && <MaskKey run={run} />}
          {formats.length === 0 && <span className="muted">{t('reports:write/none')}</span>}
        </div>
      </div>
    </Section>
  );
}

/** The way back from pseudonyms to ids, for the user alone. */
function MaskKey({ run }: { readonly run: Run }) {
  const { t } = useWords();
  const { show } = useNotices();
  const save = async () => {
    const path = await bridge().desktop.saveAs({
      title: t('reports:write/key'),
      suggestedName: 'recount-key.csv',
      filters: [{ name: 'CSV', extensions: ['csv'] }],
    });
    if (path === null) return;
    // The dialog has asked whether a file of that name may go.
    const { ids } = await ask('reports.writeMaskKey', { runId: run.id, path, replace: true });
    show({ tone: 'success', text: ({ t }) => t('reports:write/keySaved', { count: ids }) });
  };
  return (
    <Button
      onClick={() => {
        save().catch((thrown: unknown) => {
          show({ tone: 'error', text: ({ error }) => error(errorOf(thrown)) });
        });
      }}
    >
      {t('reports:write/key')}
    </Button>
  );
}
