import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, type Option } from 'commander';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/main/cli/commands';
import type { Terminal } from '../../src/main/cli/session/terminal';
import { languageField } from '../../src/shared/contract/fields';
import { sentence } from '../../src/main/engine/locale/sentence';

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/terminal.md'), 'utf8');

function programIn(language: Terminal['language']): Command {
  const terminal: Terminal = {
    language,
    out: () => undefined,
    err: () => undefined,
    watched: false,
    say: (key, params) => sentence(language, `cli:${key}`, params),
  };
  const program = new Command('recount');
  for (const entry of COMMANDS) entry.register(program, terminal, () => Promise.resolve());
  return program;
}

interface Told {
  readonly name: string;
  readonly command: Command;
}

/** Commands that do something, by the words that are typed. */
function commandsOf(parent: Command, before = ''): Told[] {
  return parent.commands.flatMap((command) => {
    const name = `${before}${command.name()}`;
    return command.commands.length > 0 ? commandsOf(command, `${name} `) : [{ name, command }];
  });
}

const flag = ({ flags, mandatory }: Option) => (mandatory ? `**\`${flags}\`**` : `\`${flags}\``);

function rowOf({ name, command }: Told): string {
  const given = command.registeredArguments.map((argument) => {
    const dots = argument.variadic ? '…' : '';
    return argument.required ? `<${argument.name()}${dots}>` : `[${argument.name()}${dots}]`;
  });
  const options = command.options.map(flag).join(', ');
  return `- \`${[name, ...given].join(' ')}\`${options === '' ? '' : `: ${options}`}`;
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('docs/terminal.md', () => {
  it('lists every command with all of its options, and none that is not there', () => {
    const [, listed = ''] =
      /<!-- commands -->\n\n([\s\S]*?)\n\n<!-- end of commands -->/.exec(PAGE) ?? [];
    const rows = listed.split('\n').map(plain);
    expect(rows).toEqual(commandsOf(programIn('en')).map((told) => plain(rowOf(told))));
  });

  it('says what each of them is for', () => {
    const [, told = ''] = /## Commands\n([\s\S]*?)\n## /.exec(PAGE) ?? [];
    for (const { name } of commandsOf(programIn('en')))
      expect(told).toContain(`\`${name.split(' ')[0] ?? name}\``);
  });
});

describe('help', () => {
  it.each(languageField.options)(
    'in %s has a text of its own for every command, argument and option',
    (language) => {
      for (const { name, command } of commandsOf(programIn(language))) {
        const texts = [
          command.description(),
          ...command.options.map(({ description }) => description),
          ...command.registeredArguments.map(({ description }) => description),
        ];
        for (const text of texts) {
          expect(text.trim(), name).not.toBe('');
          // A key that has no sentence shows as the key itself.
          expect(text, name).not.toMatch(/^[a-z-]+[:/][a-zA-Z/]+$/);
        }
      }
    },
  );
});
