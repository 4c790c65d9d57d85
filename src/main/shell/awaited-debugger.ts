import { app } from 'electron';

/**
 * Resolves at once for a person. In a checkout that a test drives through both debuggers' ports, it resolves when the
 * test says that it listens (Playwright calls `__playwright_run` then, as in a program that it loads itself): a window that
 * opens while a debugger attaches may stay unseen by it for good.
 */
export function awaitedDebugger(): Promise<void> {
  const driven = ['inspect', 'remote-debugging-port'].every((name) =>
    app.commandLine.hasSwitch(name),
  );
  if (app.isPackaged || !driven) return Promise.resolve();
  return new Promise((resolve) => {
    Object.assign(globalThis, { __playwright_run: () => resolve() });
  });
}
