import { useEffect, useRef } from 'react';
import { ask } from '../client/engine-query';
import { useWords } from '../i18n/use-words';
import { useNavigation } from '../state/navigation';
import { useNotices, type NoticeContent } from '../state/notices';

/** Its files and its account: whoever did no more with the sample loses nothing by having it made anew. */
const STEPS_OF_A_NEW_SAMPLE = 2;

/**
 * Names are facts of the account: those of the sample month stay in the language it was opened in, and no step is
 * written for a look. Said when the language is changed, with a way to names in the new one as long as nothing was done.
 */
export function useSampleNames(openSample: () => void): void {
  const { language } = useWords();
  const { show, clear, notice } = useNotices();
  const { visit } = useNavigation().place;
  const said = useRef<NoticeContent | null>(null);
  const spoken = useRef(language);
  const now = useRef({ notice, clear, openSample });
  useEffect(() => {
    now.current = { notice, clear, openSample };
  });
  useEffect(() => {
    // Who goes on has read it.
    if (said.current !== null && now.current.notice === said.current) now.current.clear();
  }, [visit]);
  useEffect(() => {
    if (spoken.current === language) return;
    spoken.current = language;
    const say = async () => {
      const open = await ask('workspace.current', {});
      if (open === null) return;
      const { language: names } = await ask('workspace.sampleNames', {});
      const asBefore = names === null || names === language;
      const { total } = await ask('history.list', { offset: 0, limit: 1 });
      if (spoken.current !== language) return;
      if (asBefore) {
        if (said.current !== null && now.current.notice === said.current) now.current.clear();
        return;
      }
      said.current = {
        tone: 'note',
        text: ({ t }) => t('sample:keeps', { language: t(`language/${names}`) }),
        ...(open.temporary &&
          total <= STEPS_OF_A_NEW_SAMPLE && {
            action: { label: ({ t }) => t('sample:openIn'), run: () => now.current.openSample() },
          }),
      };
      show(said.current);
    };
    // What is asked may be gone by the time of the answer; then there is nothing to say.
    say().catch(() => undefined);
  }, [language, show]);
}
