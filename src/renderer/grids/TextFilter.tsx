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
}: {
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}) {
  const { t } = useWords();
  const [text, setText] = useState(value ?? '');
  useEffect(() => {
    if (text === (value ?? '')) return;
    const timer = setTimeout(() => onChange(text || undefined), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <Input
      value={text}
      onChange={(event) => setText(event.target.value)}
      placeholder={t('filter/text')}
      aria-label={t('filter/text')}
      allowClear={{ clearIcon: <ClearSign /> }}
      style={{ width: 200 }}
    />
  );
}
