import type { Resource } from 'i18next';
import { invariant } from '../../../shared/invariant';

/** Every locale file, by path; the bundler writes them into the program, so nothing is read at run time. */
const files = import.meta.glob<Record<string, unknown>>('../../../../resources/locales/*/*.json', {
  eager: true,
  import: 'default',
});

/** language -> namespace (the file's name) -> sentences. */
export const DICTIONARIES: Resource = Object.entries(files).reduce<Resource>(
  (all, [path, sentences]) => {
    const [, language, namespace] = /([^/]+)\/([^/]+)\.json$/.exec(path) ?? [];
    invariant(language !== undefined && namespace !== undefined, `not a locale file: ${path}`);
    return { ...all, [language]: { ...all[language], [namespace]: sentences } };
  },
  {},
);
