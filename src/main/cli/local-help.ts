import type { HelpConfiguration, Option } from 'commander';
import { displayWidth } from '../../shared/contract/display-width';
import type { Terminal } from './session/terminal';

/** The parser's own words in help texts, in the user's language, and columns that are wide as they are shown. */
export function localHelp({ say }: Terminal): HelpConfiguration {
  return {
    displayWidth,
    styleTitle: (title) => {
      const key = TITLES[title];
      return key === undefined ? title : say(`helpTitles/${key}`);
    },
    optionDescription: (option) => {
      const remarks = [
        ...(option.argChoices ? [say('oneOf', { names: option.argChoices.join(', ') })] : []),
        ...(hasDefault(option) ? [say('byDefault', { value: String(option.defaultValue) })] : []),
      ];
      return remarks.length === 0
        ? option.description
        : `${option.description} (${remarks.join('; ')})`;
    },
  };
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'usage',
  'Arguments:': 'arguments',
  'Options:': 'options',
  'Commands:': 'commands',
};

function hasDefault({ defaultValue, required, optional }: Option): boolean {
  return defaultValue !== undefined && (required || optional);
}
