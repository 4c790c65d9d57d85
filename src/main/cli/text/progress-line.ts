import type { Job } from '../../../shared/contract/jobs';
import { countText } from '../../engine/locale/number-text';
import { hasSentence, sentence } from '../../engine/locale/sentence';
import { oneLine } from './text-table';
import type { Terminal } from '../session/terminal';

const CLEAR_LINE = '\r\u001B[2K';

export interface ProgressLine {
  readonly show: (job: Job) => void;
  readonly clear: () => void;
}

/** One line on standard error that is written over and over, for a person who watches; else nothing. */
export function progressLine({ watched, err, language }: Terminal): ProgressLine {
  if (!watched) return { show: () => {}, clear: () => {} };
  return {
    show: ({ phase, subject, done, total }) => {
      const key = `jobs:${phase}`;
      const name = hasSentence(language, key) ? sentence(language, key, { subject }) : phase;
      const amount =
        total === null || total === 0
          ? countText(done)
          : `${Math.floor((100 * Math.min(done, total)) / total)} %`;
      err(`${CLEAR_LINE}${oneLine(`${name} ${subject}`.trim())} ${amount}`);
    },
    clear: () => err(CLEAR_LINE),
  };
}
