import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  _electron,
  expect,
  test as base,
  type ElectronApplication,
  type Locator,
  type Page,
  type TestInfo,
} from '@playwright/test';
import type { Input, MethodName, Output } from '../../src/shared/contract/contract';
import { stepKey } from '../../src/shared/contract/step-key';
import type { RecountBridge } from '../../src/shared/contract/desktop';
import type { Answer } from '../../src/shared/contract/transport';

/** Playwright loads its tests as CommonJS. */
export const ROOT = join(__dirname, '..', '..');

/** The window as a person sees it: what can be found and done in it, by the names the page gives its parts. */
export class RecountWindow {
  constructor(
    readonly app: ElectronApplication,
    readonly page: Page,
    /** A folder of this test's own: profile, workspaces, reports. */
    readonly folder: string,
  ) {}

  part(name: string): Locator {
    return this.page.getByTestId(name);
  }

  /** What a notice offers. */
  noticeButton(name: string): Locator {
    return this.part('notice').getByRole('button', { name });
  }

  async goTo(screen: string): Promise<void> {
    await this.part(`nav-${screen}`).click();
  }

  /** What the next open dialogs answer, instead of a dialog that nobody could press. */
  async answerOpenDialog(paths: readonly string[]): Promise<void> {
    await this.app.evaluate(
      ({ dialog }, filePaths) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
      },
      [...paths],
    );
  }

  /** What the next save dialogs answer. */
  async answerSaveDialog(path: string): Promise<void> {
    await this.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
  }

  /** From now on, closing loses what is not saved, instead of asking in a dialog that nobody could press. */
  async discardUnsaved(): Promise<void> {
    await this.app.evaluate(({ dialog }) => {
      dialog.showMessageBoxSync = () => 1;
    });
  }

  /** Quits, and stays when asked whether what is not saved may be lost; answers the question that was asked. */
  async quitAndStay(): Promise<string> {
    return this.app.evaluate(
      ({ app, dialog }) =>
        new Promise<string>((resolve) => {
          dialog.showMessageBoxSync = (...args: unknown[]) => {
            resolve((args.at(-1) as { message: string }).message);
            return 0;
          };
          app.quit();
        }),
    );
  }

  /** As if chosen in the menu. */
  async command(
    command: 'new' | 'open' | 'save-copy' | 'back-up' | 'backups' | 'add-files' | 'export',
  ): Promise<void> {
    await this.app.evaluate(({ BrowserWindow }, wish) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send('recount:command', { command: wish });
    }, command);
  }

  /** Closes the workspace, so that the first screen is there again. */
  async closeWorkspace(): Promise<void> {
    await this.ask('workspace.close', {});
    await expect(this.part('drop-zone')).toBeVisible();
  }

  /** From the first screen, by its own button. */
  async openWorkspace(path: string): Promise<void> {
    await this.answerOpenDialog([path]);
    await this.part('open-workspace').click();
  }

  /** Adds files through the menu, from whatever screen is open. */
  async chooseMore(paths: readonly string[]): Promise<void> {
    await this.answerOpenDialog(paths);
    await this.command('add-files');
  }

  async chooseFiles(paths: readonly string[]): Promise<void> {
    await this.answerOpenDialog(paths);
    await this.part('choose-files').first().click();
  }

  async openSample(): Promise<void> {
    await this.part('open-sample').click();
    await expect(this.part('headline-billed')).toContainText(/\d/, { timeout: 30_000 });
  }

  /** How many steps about decisions the engine has in its history: nothing that was decided can hide from that. */
  async decided(): Promise<number> {
    const { rows, total } = await this.ask('history.list', { offset: 0, limit: 100 });
    expect(rows).toHaveLength(total);
    return rows.filter((row) => row.kind === 'step' && stepKey(row.title).namespace === 'decisions')
      .length;
  }

  async screenshot(info: TestInfo, name: string): Promise<void> {
    await this.page.screenshot({ path: info.outputPath(`${name}.png`) });
  }

  /** Asks the engine the way the page does; a failure is thrown. */
  async ask<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
    const question: readonly [MethodName, unknown] = [method, input];
    const text = await this.page.evaluate(([name, asked]) => {
      const { transport } = (globalThis as unknown as { recount: RecountBridge }).recount;
      return transport.invoke(name, asked as never);
    }, question);
    const answer = JSON.parse(text) as Answer<Output<M>>;
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  }

  /** A new workspace file, written whole and closed again. */
  async makeWorkspace(path: string): Promise<void> {
    await this.ask('workspace.create', { path });
    await this.ask('workspace.close', {});
  }

  /** Ends the engine's process from outside, as the system would when memory is short. */
  async killEngine(): Promise<void> {
    process.kill(await this.enginePid(), 'SIGKILL');
  }

  /** Stops the engine's process where it is, as on a machine that is busy with other work; to be let go on again. */
  async holdEngine(): Promise<{ readonly release: () => void }> {
    const engine = await this.enginePid();
    process.kill(engine, 'SIGSTOP');
    return { release: () => void process.kill(engine, 'SIGCONT') };
  }

  private async enginePid(): Promise<number> {
    const shell = this.app.process().pid ?? 0;
    const metrics = await this.app.evaluate(({ app }) =>
      app.getAppMetrics().map(({ pid, name }) => ({ pid, name })),
    );
    const utility = metrics.find((process) => process.name === 'recount-engine');
    return utility?.pid ?? (await childRunning(shell, 'engine.js'));
  }

  logFile(): Promise<string> {
    return readFile(join(this.folder, 'profile', 'logs', 'recount.log'), 'utf8');
  }
}

/** Opens the built program with a profile of its own, and takes both away afterwards. */
export const test = base.extend<{ recount: RecountWindow }>({
  recount: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'recount-e2e-'));
    const recount = await openRecount(folder);
    await use(recount);
    // A test may have closed the program by itself.
    await recount.discardUnsaved().catch(() => undefined);
    await recount.app.close();
    await removed(folder);
  },
});

/** What ends just now may still write its last, so that a folder is not empty at the first try. */
export function removed(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

const OPENINGS = 3;
/** Milliseconds until an opening counts as missed. */
const OPENING = 30_000;

export interface Opening {
  /** A program that is given the window's executable and its arguments, and runs it. */
  readonly under?: string;
  /** A workspace that is named at start, as the system's file manager does it. */
  readonly file?: string;
  /** What is on the screen once the window is there to be used. */
  readonly shows?: string;
}

/**
 * On a busy machine the debugger's attachment to the stand-in sometimes misses the first window, which the
 * program without a debugger always opens. So an opening that takes long is begun anew, and said; a program
 * that does not open fails all the same.
 */
export async function openRecount(
  folder: string,
  { under, file, shows = 'drop-zone' }: Opening = {},
): Promise<RecountWindow> {
  const profile = join(folder, 'profile');
  const isNew = !existsSync(profile);
  for (let opening = 1; ; opening++) {
    let app: ElectronApplication | undefined;
    try {
      app = await launch(folder, under, file);
      const page = await app.firstWindow({ timeout: OPENING });
      // Before that the window may still be blank, and a blank page would pass many a test.
      await expect(page.getByTestId(shows).first()).toBeVisible({ timeout: OPENING });
      return new RecountWindow(app, page, folder);
    } catch (failure) {
      if (opening === OPENINGS) throw failure;
      console.warn(
        `opening ${opening} of the window was missed: ${String(failure).split('\n')[0]}`,
      );
      app?.process().kill('SIGKILL');
      if (isNew) await removed(profile);
    }
  }
}

function launch(folder: string, under?: string, file?: string): Promise<ElectronApplication> {
  const { executable, args, env } = programOf(folder);
  return _electron.launch({
    executablePath: under ?? executable,
    timeout: OPENING,
    args: [...args, ...(file === undefined ? [] : [file])],
    cwd: ROOT,
    env: { ...env, RECOUNT_UNDER: executable },
  });
}

/** How the program is started with its profile in `folder`. */
export function programOf(folder: string) {
  const executable = process.env['RECOUNT_ELECTRON_EXECUTABLE'];
  if (executable === undefined) throw new Error('run this by: npm run test:e2e');
  const own = JSON.parse(process.env['RECOUNT_ELECTRON_ARGS'] ?? '[]') as string[];
  const profile = `--user-data-dir=${join(folder, 'profile')}`;
  return {
    executable,
    args: [...own, '--disable-gpu', '--lang=en-US', profile],
    env: { ...environment(), LANG: 'en_US.UTF-8', LC_ALL: 'C.UTF-8', LANGUAGE: 'en' },
  };
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}

/** On the stand-in the engine is a plain child process, found by what it runs. */
async function childRunning(parent: number, script: string): Promise<number> {
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const [status, command] = await Promise.all(
      ['status', 'cmdline'].map((file) =>
        readFile(`/proc/${name}/${file}`, 'utf8').catch(() => ''),
      ),
    );
    const isChild = new RegExp(`^PPid:\\s+${parent}$`, 'm').test(status ?? '');
    if (isChild && (command ?? '').includes(script)) return Number(name);
  }
  throw new Error('the engine is not running');
}
