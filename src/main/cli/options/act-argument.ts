import { CliFailure } from '../session/cli-failure';

/** What a command with several acts is asked to do; a word that is none of them is refused with those there are. */
export function actArgument<Act extends string>(acts: readonly Act[], text: string): Act {
  const act = acts.find((known) => known === text);
  if (act === undefined)
    throw new CliFailure('decisions:cli/badAct', { value: text, known: acts.join(', ') });
  return act;
}
