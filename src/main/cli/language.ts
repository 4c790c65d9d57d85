import { languageField, type Language } from '../../shared/contract/fields';

/**
 * The language to speak: `--lang` where it is given and known, else what LC_ALL, LC_MESSAGES or LANG
 * say (first one that is set, as in POSIX), else English. "zh_TW" reads Simplified Chinese too.
 */
export function chooseLanguage(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const asked = languageField.safeParse(optionValue(args, '--lang'));
  if (asked.success) return asked.data;
  const locale =
    [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find(
      (value) => value !== undefined && value !== '',
    ) ?? '';
  if (/^zh\b|^zh[_-]/i.test(locale)) return 'zh-CN';
  if (/^ko\b|^ko[_-]/i.test(locale)) return 'ko';
  return 'en';
}

function optionValue(args: readonly string[], name: string): string | undefined {
  const at = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  const found = args[at];
  return found?.includes('=') ? found.slice(name.length + 1) : args[at + 1];
}
