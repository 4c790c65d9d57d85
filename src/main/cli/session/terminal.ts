import type { Language } from '../../../shared/contract/fields';
import { sentence, type SentenceParams } from '../../engine/locale/sentence';

/** Where a command speaks to: standard output for results, standard error for all else. */
export interface Terminal {
  readonly language: Language;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** True where a person watches standard error: only then is progress shown. */
  readonly watched: boolean;
  /** Of the sentence `cli:<key>`. */
  readonly say: (key: string, params?: SentenceParams) => string;
}

export function processTerminal(language: Language): Terminal {
  return {
    language,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    watched: process.stderr.isTTY,
    say: (key, params) => sentence(language, `cli:${key}`, params),
  };
}
