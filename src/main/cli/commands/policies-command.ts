import { Option, type Command } from 'commander';
import { z } from 'zod';
import { policiesInForce, type PolicyInForce } from '../../../shared/account/policies';
import { hasSentence, sentence } from '../../engine/locale/sentence';
import { chosenAccount } from '../steps/chosen-account';
import { EXIT, type ExitCode } from '../session/exit-code';
import { putJson } from '../session/json-output';
import type { Terminal } from '../session/terminal';
import { oneLine } from '../text/text-table';

const optionsSchema = z.object({
  account: z.string().optional(),
  workspace: z.string().optional(),
  site: z.enum(['cn', 'intl']).optional(),
  json: z.union([z.string(), z.literal(true)]).optional(),
});

/** `recount policies`: where the provider's texts conflict or are silent, and what Recount does about it. */
export function addPoliciesCommand(program: Command, { say }: Terminal): Command {
  return program
    .command('policies')
    .description(say('policies/description'))
    .option('--account <file>', say('audit/account'))
    .option('--workspace <file>', say('audit/workspace'))
    .addOption(new Option('--site <site>', say('prices/site')).choices(['cn', 'intl']))
    .option('--json [out]', say('jsonOut'));
}

export async function runPolicies(given: unknown, terminal: Terminal): Promise<ExitCode> {
  const options = optionsSchema.parse(given);
  const inForce = policiesInForce(await chosenAccount(options));
  if (options.json !== undefined)
    await putJson(
      { policies: inForce.map((one) => policyJson(one, terminal)) },
      options.json,
      terminal,
    );
  if (options.json !== true && options.json !== '-')
    terminal.out(
      [
        ...inForce.map((one) => policyText(one, terminal)),
        `${terminal.say('policies/how')}\n`,
      ].join('\n'),
    );
  return EXIT.agreed;
}

function policyJson(
  { policy, value, isDefault, reference }: PolicyInForce,
  { language }: Terminal,
) {
  const { id, treatment, conflict, choices, citation } = policy;
  return {
    id,
    title: sentence(language, `policies:${id}/title`),
    treatment,
    conflict,
    choices,
    default: policy.default,
    inForce: value,
    isDefault,
    reference,
    source: citation,
  };
}

function policyText(
  { policy, value, isDefault, reference }: PolicyInForce,
  { say, language }: Terminal,
): string {
  const { id, treatment, conflict, choices, citation } = policy;
  const named = (choice: string) => {
    const key = `policies:${id}/choices/${choice}`;
    return hasSentence(language, key) ? `${choice}: ${sentence(language, key)}` : choice;
  };
  const line = (label: string, text: string) => `  ${say(`policies/${label}`)}: ${oneLine(text)}\n`;
  const { document, date, printed } = citation;
  const kind = say(
    treatment === 'choice' && choices.length > 1 ? 'policies/choice' : 'policies/fixed',
  );
  return [
    [id, conflict, kind].filter((part) => part !== null).join(' · '),
    `\n  ${sentence(language, `policies:${id}/title`)}\n`,
    line('inForce', `${named(value)}${isDefault ? ` (${say('policies/default')})` : ''}`),
    ...(reference === null ? [] : [line('reference', reference)]),
    ...(isDefault ? [] : [line('otherwise', named(policy.default))]),
    ...choices
      .filter((choice) => choice !== value && choice !== policy.default)
      .map((choice) => line('other', named(choice))),
    line('why', sentence(language, `policies:${id}/why`)),
    line(
      'source',
      `${document}, ${date}: ${printed}${citation.evidence === 'inferred' ? ` (${say('policies/inferred')})` : ''}`,
    ),
  ].join('');
}
