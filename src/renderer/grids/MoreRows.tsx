import { Button } from 'antd';
import { useWords } from '../i18n/use-words';

/** Below a list that is read in pages: how many rows are left, and reads on. Nothing where none is. */
export function MoreRows({
  shown,
  total,
  readOn,
  testId,
}: {
  readonly shown: number;
  readonly total: number;
  readonly readOn: (() => void) | null;
  readonly testId: string;
}) {
  const { t } = useWords();
  if (!readOn) return null;
  return (
    <Button size="small" className="more-rows" data-testid={testId} onClick={readOn}>
      {t('moreRows', { count: total - shown })}
    </Button>
  );
}
