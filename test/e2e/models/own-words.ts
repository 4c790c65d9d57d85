import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../../src/shared/contract/fields';
import { ROOT } from '../recount-window';

const LOCALES = join(ROOT, 'resources/locales');
const SAMPLE = join(ROOT, 'resources/sample-month');
const LATIN_WORD = /[A-Za-z]{3,}/g;
/** Where a file is, and what its content comes to. */
const PATH_OR_HASH = /(?<!\w)(?:[\\/][\w.-]+)+|sha256:[0-9a-f]+|\b[0-9a-f]{64}\b/g;
/** A citation names the vendor's document as it is called, in whatever language. */
const CITED_DOCUMENT = /[\p{L}\p{N}_-]+\.md\b/gu;
/** A price is cited by what the price book calls it. */
const CITED_PRICE = /\b[A-Z]+-(?:CN|INTL)\b(?:-[A-Za-z]+)*/g;
const FILE_NAME = /[\w.-]+\.(?:html|json|csv|xlsx|pdf|recount)\b/g;
/** A key that has no sentence stands there itself. */
const KEY = /^(?:[\w-]+:)?[\w-]+(?:\/[\w-]+)+$/;
const ID_IN_CODE = /\b[a-z]+(?:[A-Z][a-z]+)+\b/g;

type Texts = { readonly [key: string]: string | Texts };

function leaves(texts: string | Texts, path = ''): [key: string, text: string][] {
  if (typeof texts === 'string') return [[path, texts]];
  return Object.entries(texts).flatMap(([key, inner]) =>
    leaves(inner, path === '' ? key : `${path}/${key}`),
  );
}

/** The texts of one language as the window knows them, and what of a text is not in that language. */
export class OwnWords {
  private readonly texts: ReadonlyMap<string, string>;
  private readonly known: ReadonlySet<string>;

  constructor(readonly language: Language) {
    const folder = join(LOCALES, language);
    // The terminal's sentences name its commands, which are English in every language.
    const names = readdirSync(folder).filter((name) => name !== 'cli.json');
    this.texts = new Map(
      names.flatMap((name) => {
        const texts = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Texts;
        return leaves(texts).map(([key, text]) => [`${name.replace('.json', '')}:${key}`, text]);
      }),
    );
    const written = [...this.texts.values()].map((text) => text.replace(/{{.*?}}/g, ''));
    const ofFiles = readdirSync(SAMPLE).flatMap((name) => [
      name,
      readFileSync(join(SAMPLE, name), 'utf8'),
    ]);
    this.known = new Set([...written, ...ofFiles].flatMap((text) => text.match(LATIN_WORD) ?? []));
  }

  /** A sentence of the window. */
  text(key: string): string {
    const text = this.texts.get(key);
    if (text === undefined) throw new Error(`no text ${key} in ${this.language}`);
    return text;
  }

  /**
   * What a person would stumble over: a key instead of its sentence, a parameter that was not filled in, an id of
   * the code, and a word in Latin letters that neither this language's texts nor the user's files have.
   */
  foreignIn(said: readonly string[]): string[] {
    return [...new Set(said)].flatMap((whole) => {
      const text = [PATH_OR_HASH, CITED_DOCUMENT, CITED_PRICE, FILE_NAME].reduce(
        (rest, quoted) => rest.replace(quoted, ''),
        whole,
      );
      const strange = [
        ...(/[{}]{2}/.test(text) ? ['a parameter'] : []),
        ...(KEY.test(whole.trim()) && !/^[A-Z]/.test(whole.trim()) ? ['a key'] : []),
        ...(text.match(ID_IN_CODE) ?? []).filter((id) => !this.known.has(id)),
        ...(this.language === 'en'
          ? []
          : (text.match(LATIN_WORD) ?? []).filter((word) => !this.known.has(word))),
      ];
      return strange.length === 0 ? [] : [`${strange.join(', ')} in "${text.trim().slice(0, 90)}"`];
    });
  }
}
