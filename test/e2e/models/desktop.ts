import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { programOf, type RecountWindow } from '../recount-window';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What the system and other programs see of the window. */
export class Desktop {
  constructor(readonly recount: RecountWindow) {}

  bounds(): Promise<Bounds> {
    return this.recount.app.evaluate(({ BrowserWindow }) => {
      const {
        x = 0,
        y = 0,
        width = 0,
        height = 0,
      } = BrowserWindow.getAllWindows()[0]?.getBounds() ?? {};
      return { x, y, width, height };
    });
  }

  async place(bounds: Bounds): Promise<void> {
    await this.recount.app.evaluate(
      ({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]?.setBounds(place),
      { ...bounds },
    );
  }

  /** As the buttons in the window's head do it. */
  async head(button: 'maximize' | 'unmaximize' | 'minimize'): Promise<void> {
    await this.recount.app.evaluate(
      ({ BrowserWindow }, act) => BrowserWindow.getAllWindows()[0]?.[act](),
      button,
    );
  }

  is(state: 'Maximized' | 'Minimized' | 'Focused' | 'Visible'): Promise<boolean> {
    return this.recount.app.evaluate(
      ({ BrowserWindow }, name) => BrowserWindow.getAllWindows()[0]?.[`is${name}`]() === true,
      state,
    );
  }

  windows(): Promise<number> {
    return this.recount.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  }

  /** Starts the program once more with the same profile, in `folder`; resolves with its exit code when it has ended. */
  startAgain(folder: string, ...files: readonly string[]): Promise<number | null> {
    const { executable, args, env } = programOf(this.recount.folder);
    const again = spawn(executable, [...args, ...files], { cwd: folder, env, stdio: 'ignore' });
    return new Promise((resolve, reject) => {
      again.once('error', reject);
      again.once('exit', (code) => resolve(code));
    });
  }

  /** A file opened from the dock or the finder: macOS tells it by an event, which any system can be made to send. */
  async openFile(path: string): Promise<boolean> {
    return this.recount.app.evaluate(({ app }, file) => {
      let prevented = false;
      app.emit('open-file', { preventDefault: () => (prevented = true) }, file);
      return prevented;
    }, path);
  }

  /** From now on what is dragged out is noted instead of being held by a pointer that nobody moves. */
  async watchDragging(): Promise<() => Promise<{ file: string; width: number }[]>> {
    await this.recount.app.evaluate(({ BrowserWindow, nativeImage }) => {
      const dragged: { file: string; width: number }[] = [];
      Object.assign(globalThis, { dragged });
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (!contents) return;
      contents.startDrag = ({ file, icon }) => {
        const picture = typeof icon === 'string' ? nativeImage.createFromPath(icon) : icon;
        dragged.push({ file, width: picture.getSize().width });
      };
    });
    return () =>
      this.recount.app.evaluate(
        () => (globalThis as unknown as { dragged: { file: string; width: number }[] }).dragged,
      );
  }

  /** From now on what would be shown in the system's file manager is noted. */
  async watchFileManager(): Promise<() => Promise<string[]>> {
    await this.recount.app.evaluate(({ shell }) => {
      const pointedAt: string[] = [];
      Object.assign(globalThis, { pointedAt });
      shell.showItemInFolder = (path) => pointedAt.push(path);
    });
    return () =>
      this.recount.app.evaluate(() => (globalThis as unknown as { pointedAt: string[] }).pointedAt);
  }

  get log(): string {
    return join(this.recount.folder, 'profile', 'logs', 'recount.log');
  }
}
