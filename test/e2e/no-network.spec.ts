import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Differences } from './models/differences';
import { Screen, SCREENS } from './models/screen';
import { openRecount, removed } from './recount-window';

const STRACE = '/usr/bin/strace';
const CALLS = 'socket,connect,bind,listen,accept,accept4,sendto,sendmsg,sendmmsg';
/** A system call on an address of the internet, of any version. */
const INTERNET = /\b(?:sa_family=AF_INET6?|socket\(AF_INET6?\b)/;
/** The test's own debugger comes in over the machine itself; it is nobody's in a program without tests. */
const OWN_DEBUGGER = /inet_addr\("127\.0\.0\.1"\)|inet_pton\(AF_INET6, "::1"/;

/**
 * Every system call of every process of the program, from its start to its end: reaching out to any address is
 * what must not happen. What the debugger of this test needs is a listening socket on the machine itself.
 */
test('nothing reaches for the network in a whole walk through the program', async ({}, info) => {
  test.skip(!existsSync(STRACE), 'strace is not installed');
  test.setTimeout(240_000);
  const folder = await mkdtemp(join(tmpdir(), 'recount-e2e-'));
  const trace = join(folder, 'trace');
  try {
    const watched = join(folder, 'watched');
    const strace = `${STRACE} -ff -qq --seccomp-bpf -e trace=${CALLS} -o ${trace}`;
    await writeFile(watched, `#!/bin/sh\nexec ${strace} "$RECOUNT_UNDER" "$@"\n`, { mode: 0o755 });
    const recount = await openRecount(folder, { under: watched });
    await recount.openSample();
    for (const name of SCREENS) {
      const screen = await new Screen(recount, name).open();
      await expect(screen.body).not.toBeEmpty();
    }
    const differences = await new Differences(recount).open();
    await differences.explain(0);
    await recount.screenshot(info, 'end-of-walk');
    await recount.app.close();

    const files = (await readdir(folder)).filter((name) => name.startsWith('trace.'));
    expect(files.length).toBeGreaterThan(3);
    const calls = (
      await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))
    ).flatMap((text) => text.split('\n'));
    const outward = calls.filter(
      (call) => INTERNET.test(call) && !OWN_DEBUGGER.test(call) && !call.startsWith('socket('),
    );
    expect(outward).toEqual([]);
    // The trace does see sockets: the debugger's are in it, and they listen to the machine itself only.
    const listening = calls.filter((call) => /^bind\(.*AF_INET/.test(call));
    expect(listening.length).toBeGreaterThan(0);
    // No other stream exists. Chromium also makes datagram sockets to look at; nothing was sent through one, as above.
    const streams = calls.filter((call) => /^socket\(AF_INET6?, SOCK_STREAM/.test(call));
    expect(streams.length).toBe(listening.length);
  } finally {
    await removed(folder);
  }
});
