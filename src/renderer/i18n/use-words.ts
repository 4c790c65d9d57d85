import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineError } from '../../shared/contract/error';
import type { Language } from '../../shared/contract/fields';
import { LANGUAGES } from '../../shared/contract/languages';
import { usePrivacy } from '../components/use-privacy';
import { paramKind } from '../../shared/contract/param-kind';
import { formatAmount, formatQuantity, formatPrice } from '../format/decimal-text';
import { veiledDigits, veiledPath } from '../format/privacy';

/** Parameters of any sentence that name a place on the disk, and those that name files in it. */
const PLACES = new Set(['path', 'folder']);
const FILES = new Set(['file', 'files', 'firstFile', 'names', 'older', 'newer']);

/** Parameters that say where or how many, in privacy mode too. */
const PLAIN_NUMBERS = new Set(['line', 'count', 'rows', 'columns', 'run']);

export type Params = Readonly<Record<string, string | number>>;

/** The window's words in the language of the moment. */
export interface Words {
  readonly language: Language;
  /** A sentence of the window itself; params are taken as they are, but for places and files in privacy mode. */
  readonly t: (key: string, params?: Params) => string;
  /** The name of an id in `terms:<group>`; the id itself where the terms do not know it. */
  readonly term: (group: string, id: string) => string;
  /** A sentence the engine named; params are written the way their names say (see paramKind). */
  readonly sentence: (namespace: string, code: string, params?: Params) => string;
  readonly error: (error: EngineError) => string;
}

export function useWords(): Words {
  const { t: translate, i18n } = useTranslation();
  const language = LANGUAGES.find((known) => known === i18n.language) ?? 'en';
  const hidden = usePrivacy();
  return useMemo(() => {
    const onDisk = (name: string, value: string | number): string | number =>
      PLACES.has(name)
        ? veiledPath(String(value))
        : FILES.has(name)
          ? veiledDigits(String(value))
          : value;
    const t = (key: string, params: Params = {}) =>
      translate(
        key,
        hidden
          ? Object.fromEntries(
              Object.entries(params).map(([name, value]) => [name, onDisk(name, value)]),
            )
          : params,
      );
    // A table says the same few hundreds of times while it is scrolled.
    const said = new Map<string, string>();
    const term = (group: string, id: string) => {
      const key = `terms:${group}/${id}`;
      const before = said.get(key);
      if (before !== undefined) return before;
      if (!i18n.exists(key, { lng: language })) return id;
      const name = translate(key);
      said.set(key, name);
      return name;
    };
    const param = (name: string, value: string | number): string | number => {
      switch (paramKind(name)) {
        case 'item':
          return term('items', String(value));
        case 'cause':
          return term('causes', String(value));
        case 'status':
          return term('statuses', String(value));
        case 'amount':
          return formatAmount(String(value));
        case 'price':
          return formatPrice(String(value));
        case 'minutes':
          return formatQuantity(value);
        case 'text':
          if (!hidden || PLAIN_NUMBERS.has(name)) return value;
          return PLACES.has(name) ? veiledPath(String(value)) : veiledDigits(String(value));
      }
    };
    const sentence = (namespace: string, code: string, params: Params = {}) =>
      translate(
        `${namespace}:${code}`,
        Object.fromEntries(
          Object.entries(params).map(([name, value]) => [name, param(name, value)]),
        ),
      );
    const error = ({ code, params }: EngineError) => sentence('errors', code, params);
    return { language, t, term, sentence, error };
  }, [translate, i18n, language, hidden]);
}
