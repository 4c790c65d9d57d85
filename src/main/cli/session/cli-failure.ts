import { EngineFailure } from '../../../shared/contract/error';
import { sentence, type SentenceParams } from '../../engine/locale/sentence';
import type { Language } from '../../../shared/contract/fields';

/** A command that cannot be carried out as it was given: `key` names the sentence in `cli`, or in the namespace it begins with. */
export class CliFailure extends Error {
  override readonly name = 'CliFailure';
  constructor(
    readonly key: string,
    readonly params: SentenceParams = {},
  ) {
    super(`${key} ${JSON.stringify(params)}`);
  }
}

/** The one line that says what went wrong. Null: not a known failure, but a bug. */
export function failureLine(thrown: unknown, language: Language): string | null {
  if (thrown instanceof CliFailure)
    return sentence(
      language,
      thrown.key.includes(':') ? thrown.key : `cli:${thrown.key}`,
      thrown.params,
    );
  if (thrown instanceof EngineFailure)
    return sentence(language, `errors:${thrown.error.code}`, thrown.error.params);
  return null;
}
