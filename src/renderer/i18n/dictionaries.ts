import type { Resource } from 'i18next';

/** Every locale file, by path; the bundler writes them into the window's script. */
const files = import.meta.glob<Record<string, unknown>>('../../../resources/locales/*/*.json', {
  eager: true,
  import: 'default',
});

/** language -> namespace (the file's name) -> sentences. */
export const DICTIONARIES: Resource = Object.entries(files).reduce<Resource>(
  (all, [path, sentences]) => {
    const [, language, namespace] = /([^/]+)\/([^/]+)\.json$/.exec(path) ?? [];
    if (language === undefined || namespace === undefined) return all;
    return { ...all, [language]: { ...all[language], [namespace]: sentences } };
  },
  {},
);
