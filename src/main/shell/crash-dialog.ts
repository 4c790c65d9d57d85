import { app, clipboard, dialog, type BrowserWindow } from 'electron';
import { crashReport, type Failure } from './crash-report';
import type { ShellWords } from './shell-words';

export interface CrashDialogOptions {
  readonly window: () => BrowserWindow | null;
  readonly words: () => ShellWords;
  readonly showLog: () => void;
}

/** Returns what tells a person of a failure, at most one dialog at a time. Resolves when it is closed. */
export function crashDialog(options: CrashDialogOptions): (failure: Failure) => Promise<void> {
  let open = false;
  return async (failure) => {
    if (open) return;
    open = true;
    try {
      await tell(failure, options);
    } finally {
      open = false;
    }
  };
}

async function tell(failure: Failure, options: CrashDialogOptions): Promise<void> {
  const { crash } = options.words();
  const report = crashReport(failure, versions(), new Date());
  const window = options.window();
  const question = {
    type: 'error' as const,
    title: crash.title,
    message: crash[failure.where],
    detail: `${crash.body}\n\n${report}`,
    buttons: [failure.where === 'page' ? crash.reload : crash.close, crash.copy, crash.log],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
  for (;;) {
    const { response } = await (window === null || window.isDestroyed()
      ? dialog.showMessageBox(question)
      : dialog.showMessageBox(window, question));
    if (response === 0) return;
    if (response === 1) void clipboard.writeText(report);
    else options.showLog();
  }
}

function versions() {
  return {
    recount: app.getVersion(),
    electron: process.versions.electron,
    platform: `${process.platform} ${process.arch}`,
  };
}
