import { Button } from 'antd';
import { Empty } from '../components/Placeholder';
import { useWords } from '../i18n/use-words';
import type { Screen } from '../routes';
import { useWorkspaceActions } from '../state/use-workspace-actions';

/** A screen of a month where there is none yet: what it will hold, and the way there. */
export function NoMonth({
  screen,
  title,
  text,
}: {
  readonly screen: Screen;
  readonly title?: string;
  readonly text?: string;
}) {
  const { t } = useWords();
  const { chooseFiles } = useWorkspaceActions();
  return (
    <>
      <h1>{t(`screens/${screen}`)}</h1>
      <Empty
        title={title ?? t('overview/emptyTitle')}
        action={
          <Button type="primary" onClick={chooseFiles}>
            {t('imports/add')}
          </Button>
        }
      >
        {text ?? t('overview/empty')}
      </Empty>
    </>
  );
}
