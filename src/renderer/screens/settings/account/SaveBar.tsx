import { Button } from 'antd';
import { useWords } from '../../../i18n/use-words';
import type { DraftPart } from './draft';

/** Always in sight while something is not saved: what it is, and the two ways to go on. */
export function SaveBar({
  changed,
  saving,
  onCancel,
}: {
  readonly changed: readonly DraftPart[];
  readonly saving: boolean;
  readonly onCancel: () => void;
}) {
  const { t } = useWords();
  const clean = changed.length === 0;
  return (
    <div
      className={clean ? 'account-save' : 'account-save account-save-open'}
      data-testid="account-save"
    >
      <span role="status">
        {clean
          ? t('account-form:saved')
          : t('account-form:unsavedParts', {
              parts: changed
                .map((part) => t(`account-form:parts/${part}`))
                .join(t('account-form:separator')),
            })}
      </span>
      <span className="account-save-buttons">
        <Button disabled={clean} onClick={onCancel}>
          {t('account-form:cancel')}
        </Button>
        <Button type="primary" htmlType="submit" loading={saving} disabled={clean}>
          {t('account/save')}
        </Button>
      </span>
    </div>
  );
}
