import { useSyncExternalStore } from 'react';
import { isPrivate, onPrivacy } from '../format/privacy';

/** Whoever shows something private is drawn again when it is to be hidden or seen. */
export function usePrivacy(): boolean {
  return useSyncExternalStore(onPrivacy, isPrivate, isPrivate);
}
