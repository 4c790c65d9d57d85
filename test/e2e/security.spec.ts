import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { RecountBridge } from '../../src/shared/contract/desktop';
import { ROOT, test } from './recount-window';

test('the page has one door and no Node behind it', async ({ recount }) => {
  const seen = await recount.page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
    door: Object.keys((globalThis as unknown as { recount: object }).recount).sort(),
  }));
  expect(seen).toEqual({ node: [], door: ['desktop', 'transport'] });
});

test('there is no way to another page and no second window', async ({ recount }) => {
  const opened = await recount.page.evaluate(() => window.open('https://example.com/') === null);
  expect(opened).toBe(true);
  await recount.page.evaluate(() => {
    location.href = 'https://example.com/';
  });
  await recount.page.waitForTimeout(300);
  expect(recount.page.url()).toMatch(/^app:\/\/recount\/index\.html/);
  expect(recount.app.windows()).toHaveLength(1);
});

test('nothing is asked of the network, and asking is refused', async ({ recount }) => {
  const refused = await recount.page.evaluate(async () => {
    const asks = ['https://example.com/', 'http://127.0.0.1:1/', 'file:///etc/hostname'];
    const answers = await Promise.allSettled(asks.map((address) => fetch(address)));
    return answers.map((answer) => answer.status);
  });
  expect(refused).toEqual(['rejected', 'rejected', 'rejected']);
});

test('the shell itself refuses what the page is not stopped from asking', async ({ recount }) => {
  const refused = await recount.app.evaluate(async ({ net }) => {
    try {
      await net.fetch('https://example.com/');
      return 'answered';
    } catch (failure) {
      return String(failure);
    }
  });
  expect(refused).toContain('ERR_');
});

test('permissions are refused', async ({ recount }) => {
  const states = await recount.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone'] as const;
    const all = await Promise.all(names.map((name) => navigator.permissions.query({ name })));
    return all.map((permission) => permission.state);
  });
  expect(states).not.toContain('granted');
});

test('the program serves its own folder and nothing beside it', async ({ recount }) => {
  const answers = await recount.app.evaluate(async ({ net }) => {
    const asks = [
      'index.html',
      '..%2fmain%2fshell.js',
      '%2e%2e/main/shell.js',
      '',
      'assets/none.js',
    ];
    const all = await Promise.all(asks.map((path) => net.fetch(`app://recount/${path}`)));
    return all.map((answer) => [answer.status, answer.headers.get('content-security-policy')]);
  });
  expect(answers.map(([status]) => status)).toEqual([200, 404, 404, 404, 404]);
  expect(answers[0]?.[1]).toMatch(/^default-src 'none'; script-src 'self';/);
});

test('no script but the program’s own files runs in the page', async ({ recount }) => {
  const ran = await recount.page.evaluate(async () => {
    const seen: string[] = [];
    (globalThis as unknown as { seen: string[] }).seen = seen;
    // Each is refused more than once: the page and its answer both say so.
    const refused = new Set<string>();
    document.addEventListener('securitypolicyviolation', (event) => refused.add(event.blockedURI));
    const add = (script: Partial<HTMLScriptElement>) =>
      document.head.append(Object.assign(document.createElement('script'), script));
    add({ textContent: 'seen.push("inline")' });
    add({ src: 'data:text/javascript,seen.push("data")' });
    add({ src: URL.createObjectURL(new Blob(['seen.push("blob")'])) });
    while (refused.size < 3) await new Promise((later) => setTimeout(later, 10));
    return seen;
  });
  expect(ran).toEqual([]);
});

test('a download is refused and leaves no file', async ({ recount }) => {
  await recount.app.evaluate(({ app, session }, folder) => {
    app.setPath('downloads', folder);
    session.defaultSession.on('will-download', (event, item) => {
      Object.assign(globalThis, { refusedDownload: [event.defaultPrevented, item.getState()] });
    });
  }, recount.folder);
  await recount.page.evaluate(() => {
    const address = URL.createObjectURL(new Blob(['bill']));
    Object.assign(document.createElement('a'), { href: address, download: 'bill.txt' }).click();
  });
  await expect
    .poll(() =>
      recount.app.evaluate(() => (globalThis as { refusedDownload?: unknown }).refusedDownload),
    )
    .toEqual([true, 'progressing']);
  // Chromium may have begun a file of its own name before it asked; it takes it back.
  await expect.poll(() => readdir(recount.folder)).toEqual(['profile']);
});

test('no frame and no web view shows another page', async ({ recount }) => {
  await recount.page.evaluate(() => {
    const refused = new Set<string>();
    Object.assign(globalThis, { refused });
    document.addEventListener('securitypolicyviolation', (event) => refused.add(event.blockedURI));
    for (const kind of ['iframe', 'webview', 'object', 'embed']) {
      const guest = document.createElement(kind);
      guest.setAttribute(kind === 'object' ? 'data' : 'src', `https://${kind}.example/`);
      document.body.append(guest);
    }
  });
  // A web view is a word without a meaning here, so that nobody has to refuse it.
  for (const kind of ['iframe', 'object', 'embed'])
    await expect
      .poll(() =>
        recount.page.evaluate(() => [
          ...(globalThis as unknown as { refused: Set<string> }).refused,
        ]),
      )
      .toContain(`https://${kind}.example`);
  const kinds = await recount.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((each) => each.getType()),
  );
  expect(kinds).toEqual(['window']);
  const shown = recount.page.frames().map((frame) => frame.url());
  expect(shown.filter((address) => address.includes('example'))).toEqual([]);
});

test('a page that is not the program’s own is answered nothing', async ({ recount }) => {
  const preload = join(ROOT, 'out', 'preload', 'preload.js');
  const answers = await recount.app.evaluate(async ({ BrowserWindow }, path) => {
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload: path } });
    await stranger.loadURL('data:text/html,<title>stranger</title>');
    const answered = (await stranger.webContents.executeJavaScript(
      `Promise.allSettled([
        recount.desktop.atStart(),
        recount.desktop.changeSettings({ theme: 'dark' }),
        recount.desktop.showInFolder('/etc/hostname'),
        recount.transport.invoke('imports.list', { offset: 0, limit: 1000 }),
      ]).then((all) => all.map(({ status }) => status))`,
    )) as string[];
    stranger.destroy();
    return answered;
  }, preload);
  expect(answers).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
  expect(await recount.logFile()).toContain('refused recount:at-start from data:');
});

test('questions with wrong arguments are refused', async ({ recount }) => {
  const answers = await recount.page.evaluate(async () => {
    const { desktop, transport } = (globalThis as unknown as { recount: RecountBridge }).recount;
    const asks: Promise<unknown>[] = [
      desktop.changeSettings({ theme: 'pink' } as never),
      desktop.showInFolder(['/etc'] as never),
      desktop.chooseFiles({ title: 1 } as never),
      transport.invoke({} as never, {} as never),
    ];
    return (await Promise.allSettled(asks)).map(({ status }) => status);
  });
  expect(answers).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
});
