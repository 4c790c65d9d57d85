import { expect } from '@playwright/test';
import { test } from './recount-window';

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
