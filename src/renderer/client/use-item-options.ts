import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { itemField } from '../../shared/contract/fields';
import type { z } from 'zod';
import { useWords } from '../i18n/use-words';

/** Every item that has a name, in the order of the names' file, to be chosen from. */
export function useItemOptions(): readonly {
  readonly value: z.infer<typeof itemField>;
  readonly label: string;
}[] {
  const { term, language } = useWords();
  const { i18n } = useTranslation();
  return useMemo(() => {
    const named: unknown = i18n.getResource(language, 'terms', 'items');
    return Object.keys(named ?? {}).flatMap((id) => {
      const item = itemField.safeParse(id);
      return item.success ? [{ value: item.data, label: term('items', id) }] : [];
    });
  }, [term, language, i18n]);
}
