import type { DesktopCommand } from '../../shared/contract/desktop';

export interface HeardCommand {
  /** Told at once where the page hears it, else as soon as it does; of several that had to wait, the last. */
  readonly tell: (wish: DesktopCommand) => void;
  /** The page hears from now on. */
  readonly listens: () => void;
  /** The page is gone, or is being loaded anew. */
  readonly deaf: () => void;
}

/**
 * Holds what is wished of the page until it listens: a workspace named at start, or opened from the system's file
 * manager while the window is still being drawn, would be lost otherwise. `say` takes it to the page.
 */
export function heardCommand(say: (wish: DesktopCommand) => void): HeardCommand {
  let listening = false;
  let waiting: DesktopCommand | null = null;
  return {
    tell: (wish) => {
      if (listening) say(wish);
      else waiting = wish;
    },
    listens: () => {
      listening = true;
      if (waiting !== null) say(waiting);
      waiting = null;
    },
    deaf: () => {
      listening = false;
    },
  };
}
