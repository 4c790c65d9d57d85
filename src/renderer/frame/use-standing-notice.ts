import { useState } from 'react';
import { useNavigation } from '../state/navigation';
import { useNotices, type NoticeContent } from '../state/notices';

/**
 * The notice to be shown. What was done and can be taken back is said where it was done: on the next screen it
 * would only cover a part of it, and the history still has the step.
 */
export function useStandingNotice(): NoticeContent | null {
  const { notice } = useNotices();
  const { visit } = useNavigation().place;
  const [came, setCame] = useState({ notice, visit });
  if (came.notice !== notice) setCame({ notice, visit });
  const elsewhere = came.notice === notice && came.visit !== visit;
  return elsewhere && notice?.tone === 'success' && notice.action ? null : notice;
}
