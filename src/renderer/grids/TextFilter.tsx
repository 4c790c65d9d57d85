import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { useWords } from '../i18n/use-words';
import { ClearSign } from './ClearSign';

/** What is typed counts when nothing more was typed for so long. */
const PAUSE_MS = 250;

/** Words that rows must hold; asked of the engine when the typing pauses. */
export function TextFilter({
  value,
  onChange,
  label,
}: {
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  /** What is searched; else rows. */
  readonly label?: string;
}) {
  const { t } = useWords();
  const said = label ?? t('filter/text');
  // null: nothing that is not asked yet; what is asked may also be changed from elsewhere, by a saved view.
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => {
      setTyped(null);
      onChange(typed || undefined);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, onChange]);
  return (
    <Input
      value={typed ?? value ?? ''}
      onChange={(event) => setTyped(event.target.value)}
      placeholder={said}
      aria-label={said}
      allowClear={{ clearIcon: <ClearSign /> }}
      style={{ width: 200 }}
    />
  );
}
