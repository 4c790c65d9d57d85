/** The bundler makes one file of these; it is loaded where the window speaks this language. */
export const FILES = import.meta.glob<Record<string, unknown>>(
  '../../../resources/locales/zh-CN/*.json',
  { eager: true, import: 'default' },
);
