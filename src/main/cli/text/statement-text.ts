import type { FileReading } from '../../../shared/contract/imports';
import { sentence, term } from '../../engine/locale/sentence';
import type { Terminal } from '../session/terminal';

const GROUPS = { service: 'tierServices', basis: 'bases' } as const;

/** What is known of a file beside its rows, and from where, as one line; empty where that is nothing. */
export function statementText(
  { stated }: Pick<FileReading, 'stated'>,
  { language }: Pick<Terminal, 'language'>,
): string {
  return stated
    .map(({ fact, value, by }) =>
      sentence(language, `reading:${fact}/${by}`, {
        value: fact === 'service' || fact === 'basis' ? term(language, GROUPS[fact], value) : value,
      }),
    )
    .join(' ');
}
