import { Button } from 'antd';
import { useId, useState } from 'react';
import type { ImportSummary } from '../../../shared/contract/imports';
import { useEngineMutation } from '../../client/engine-query';
import { Section } from '../../components/Section';
import { formatId } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { failureNotice } from '../../state/failure-notice';
import { useNotices } from '../../state/notices';
import { ApplicationField } from './ApplicationField';
import { isApplicationId } from './application-id';

/** Whose usage an import is, whose rows do not say it: what it is taken to be, and a field to say otherwise. */
export function ImportApplication({ summary }: { readonly summary: ImportSummary }) {
  const { t } = useWords();
  const { show } = useNotices();
  const field = useId();
  const [text, setText] = useState('');
  const say = useEngineMutation('imports.sayApplication');
  const { application } = summary;
  if (application === null) return null;
  const tell = (sdkAppId: string | null) =>
    say.mutate(
      { importId: summary.id, sdkAppId },
      {
        onSuccess: () => {
          setText('');
          if (sdkAppId !== null)
            show({
              tone: 'success',
              text: ({ t }) => t('application:done', { app: formatId(sdkAppId) }),
            });
        },
        onError: (thrown) => show(failureNotice(thrown)),
      },
    );
  const id = text.trim();
  const wrong = id !== '' && !isApplicationId(id);
  return (
    <Section title={t('application:title')}>
      <p data-testid="import-application">{t(...sentenceOf(summary, application))}</p>
      <form
        className="readings-actions"
        style={{ alignItems: 'center' }}
        onSubmit={(event) => {
          event.preventDefault();
          if (isApplicationId(id)) tell(id);
        }}
      >
        <label htmlFor={field}>{t('application:field')}</label>
        <ApplicationField
          id={field}
          testId="say-application"
          width={280}
          value={text}
          problemId={`${field}-wrong`}
          onChange={setText}
        />
        <Button
          htmlType="submit"
          type="primary"
          disabled={!isApplicationId(id)}
          loading={say.isPending}
        >
          {t('application:save')}
        </Button>
        {application.by !== 'assumed' && (
          <Button onClick={() => tell(null)} disabled={say.isPending}>
            {t('application:takeBack')}
          </Button>
        )}
        {wrong && (
          <span id={`${field}-wrong`} role="alert">
            {t('application:bad')}
          </span>
        )}
      </form>
    </Section>
  );
}

function sentenceOf(
  { state }: ImportSummary,
  { sdkAppId, by }: NonNullable<ImportSummary['application']>,
): [key: string, params?: Readonly<Record<string, string>>] {
  if (state === 'waiting') return ['application:waiting'];
  return sdkAppId === null
    ? ['application:none']
    : [`application:${by}`, { app: formatId(sdkAppId) }];
}
