import { Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { z } from 'zod';
import { LANGUAGES } from '../../../shared/contract/languages';
import { REPORT_FORMATS } from '../../../shared/contract/reports';
import { bridge } from '../../client/bridge';
import { ask, errorOf } from '../../client/engine-query';
import { useJobStore } from '../../client/use-jobs';
import { Choice } from '../../components/Choice';
import { fileName } from '../../format/file-name';
import { useWords } from '../../i18n/use-words';
import { useNotices } from '../../state/notices';
import { GIVEN_BACK_AT_ONCE } from '../../components/use-modal-keys';

const written = z.object({ files: z.array(z.string()).min(1) });

/** What to send: formats and language, then a folder, then a notice with the way there. */
export function ExportReport({
  runId,
  open,
  onClose,
}: {
  readonly runId: number;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const jobs = useJobStore();
  const { show } = useNotices();
  const [formats, setFormats] = useState<(typeof REPORT_FORMATS)[number][]>(['xlsx']);
  const [chosen, setChosen] = useState<typeof words.language | null>(null);
  const language = chosen ?? words.language;

  const write = async () => {
    const { desktop } = bridge();
    const folder = await desktop.chooseFolder({ title: t('export/folderTitle') });
    if (folder === null) return;
    onClose();
    const { jobId } = await ask('reports.write', { runId, folder, formats, language });
    const end = await jobs.endOf(jobId);
    if (end.state === 'failed') {
      show({ tone: 'error', text: ({ error }) => error(end.error) });
      return;
    }
    if (end.state === 'cancelled') {
      show({ tone: 'note', text: ({ t }) => t('export/cancelled') });
      return;
    }
    const { files } = written.parse(end.result);
    show({
      tone: 'success',
      text: ({ t }) =>
        t('export/done', { count: files.length, files: files.map(fileName).join(t('list')) }),
      action: {
        label: ({ t }) => t('export/show'),
        run: () => void desktop.showInFolder(files[0] ?? ''),
      },
    });
  };
  return (
    <Modal
      focusable={GIVEN_BACK_AT_ONCE}
      open={open}
      onCancel={onClose}
      title={t('export/title')}
      okText={t('export/choose')}
      cancelText={t('export/cancel')}
      okButtonProps={{ disabled: formats.length === 0 }}
      onOk={() => {
        write().catch((thrown: unknown) =>
          show({ tone: 'error', text: ({ error }) => error(errorOf(thrown)) }),
        );
      }}
      width={460}
    >
      <div className="export-form">
        <span>{t('export/formats')}</span>
        <Checkbox.Group
          value={formats}
          onChange={setFormats}
          options={REPORT_FORMATS.map((value) => ({
            value,
            label: t(`reports:formats/${value}/name`),
          }))}
        />
        <span>{t('export/language')}</span>
        <Choice
          label={t('export/language')}
          value={language}
          options={LANGUAGES.map((value) => ({ value, label: t(`language/${value}`) }))}
          onChange={setChosen}
        />
      </div>
    </Modal>
  );
}
