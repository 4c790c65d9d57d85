import type { ResourceLanguage } from 'i18next';

/** Path of a locale file -> sentences, as namespace (the file's name) -> sentences. */
export function byNamespace(
  files: Readonly<Record<string, Record<string, unknown>>>,
): ResourceLanguage {
  return Object.fromEntries(
    Object.entries(files).map(([path, sentences]) => [
      path.replace(/^.*\//, '').replace(/\.json$/, ''),
      sentences,
    ]),
  );
}
