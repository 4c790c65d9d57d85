import type { RecountWindow } from '../recount-window';

interface Question {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
}

interface Noted {
  readonly questions: Question[];
  readonly shown: string[];
}

/** The system's own dialog after something stopped, which nobody could press in a test. */
export class CrashDialog {
  constructor(readonly recount: RecountWindow) {}

  /** What is pressed in the next dialogs, by the place of the button; then always the first. */
  async press(buttons: readonly number[]): Promise<void> {
    await this.recount.app.evaluate(
      ({ dialog, shell }, presses) => {
        const noted: Noted = { questions: [], shown: [] };
        Object.assign(globalThis, { noted });
        dialog.showMessageBox = (...args: unknown[]) => {
          noted.questions.push(args.at(-1) as Question);
          return Promise.resolve({ response: presses.shift() ?? 0, checkboxChecked: false });
        };
        shell.showItemInFolder = (path) => noted.shown.push(path);
      },
      [...buttons],
    );
  }

  /** Ends the page's process as a fault of it would. */
  async stopPage(): Promise<void> {
    await this.recount.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
  }

  async asked(): Promise<Question[]> {
    return (await this.noted()).questions.map(({ message, detail, buttons }) => ({
      message,
      detail,
      buttons,
    }));
  }

  async shown(): Promise<string[]> {
    return (await this.noted()).shown;
  }

  copied(): Promise<string> {
    return this.recount.app.evaluate(({ clipboard }) => clipboard.readText());
  }

  /** Playwright's own page is lost with the process; the program's is asked instead. */
  pageSays(selector: string): Promise<string | null> {
    return this.recount.app.evaluate(async ({ BrowserWindow }, part) => {
      const page = BrowserWindow.getAllWindows()[0]?.webContents;
      const said: unknown = await page
        ?.executeJavaScript(`document.querySelector(${JSON.stringify(part)})?.textContent ?? null`)
        .catch(() => null);
      return typeof said === 'string' ? said : null;
    }, selector);
  }

  private noted(): Promise<Noted> {
    return this.recount.app.evaluate(() => (globalThis as unknown as { noted: Noted }).noted);
  }
}
