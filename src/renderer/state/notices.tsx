import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Words } from '../i18n/use-words';

/** Words that are chosen when they are shown: a notice that stands follows the language and privacy mode. */
export type Said = (words: Words) => string;

/** A sentence for the user, shown at the top of the screen until it is put away or replaced. */
export interface NoticeContent {
  readonly tone: 'note' | 'success' | 'warning' | 'error';
  readonly text: Said;
  readonly action?: { readonly label: Said; readonly run: () => void };
}

interface Notices {
  readonly notice: NoticeContent | null;
  readonly show: (notice: NoticeContent) => void;
  readonly clear: () => void;
}

/** Long enough to be read twice. */
const SUCCESS_MS = 8_000;

const NoticesContext = createContext<Notices | null>(null);

export function NoticesProvider({ children }: { readonly children: ReactNode }) {
  const [notice, setNotice] = useState<NoticeContent | null>(null);
  useEffect(() => {
    // What went well and asks nothing need not be put away by hand.
    if (notice?.tone !== 'success' || notice.action) return;
    const timer = setTimeout(() => setNotice(null), SUCCESS_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  const value = useMemo(
    () => ({ notice, show: setNotice, clear: () => setNotice(null) }),
    [notice],
  );
  return <NoticesContext value={value}>{children}</NoticesContext>;
}

export function useNotices(): Notices {
  const notices = useContext(NoticesContext);
  if (!notices) throw new Error('NoticesProvider is missing above this component');
  return notices;
}
