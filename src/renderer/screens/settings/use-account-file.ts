import { bridge } from '../../client/bridge';
import { ask, errorOf } from '../../client/engine-query';
import { useWords } from '../../i18n/use-words';
import { useNotices } from '../../state/notices';

/** Lets a person pick an account.json; a field that is wrong is told in a sentence. */
export function useAccountFile(): () => void {
  const { t } = useWords();
  const { show } = useNotices();
  const choose = async () => {
    const [path] = await bridge().desktop.chooseFiles({
      title: t('account/fileTitle'),
      filters: [{ name: t('account/file'), extensions: ['json'] }],
      many: false,
    });
    if (path === undefined) return;
    await ask('account.setFromFile', { path });
    show({ tone: 'success', text: ({ t }) => t('account/taken') });
  };
  return () => {
    choose().catch((thrown: unknown) =>
      show({ tone: 'error', text: ({ error }) => error(errorOf(thrown)) }),
    );
  };
}
