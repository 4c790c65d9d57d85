import { errorOf } from '../client/engine-query';
import type { NoticeContent } from './notices';

/** Says why something was not done. What a person called off is as they wished: it is told, and is no error. */
export function failureNotice(thrown: unknown): NoticeContent {
  const failure = errorOf(thrown);
  return {
    tone: failure.code === 'cancelled' ? 'note' : 'error',
    text: ({ error }) => error(failure),
  };
}
