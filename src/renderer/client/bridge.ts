import type { RecountBridge } from '../../shared/contract/desktop';

declare global {
  interface Window {
    /** Put there by the preload; the only way from the window to anything else. */
    readonly recount: RecountBridge;
  }
}

export const bridge = (): RecountBridge => window.recount;
