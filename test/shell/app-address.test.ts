import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  APP_PAGE,
  isOwnAddress,
  isOwnPage,
  isTrustedSender,
  pathWithin,
} from '../../src/main/shell/app-address';

const FOLDER = '/programs/recount/renderer';

describe('the file behind an address', () => {
  it.each([
    ['app://recount/index.html', 'index.html'],
    ['app://recount/assets/page.js?v=1#top', 'assets/page.js'],
    ['app://recount/assets/%E4%B8%AD.js', 'assets/中.js'],
    ['app://recount/a/../index.html', 'index.html'],
  ])('%s is in the folder', (address, path) => {
    expect(pathWithin(FOLDER, address)).toBe(join(FOLDER, path));
  });

  it.each([
    ['another host', 'app://elsewhere/index.html'],
    ['a host that only begins alike', 'app://recount.example/index.html'],
    ['another scheme', 'file:///programs/recount/renderer/index.html'],
    ['escaped steps upwards', 'app://recount/%2e%2e%2f%2e%2e%2fetc/passwd'],
    ['escaped slashes alone', 'app://recount/..%2fengine.js'],
    ['a neighbour whose name begins alike', 'app://recount/..%2frenderer-other/index.html'],
    ['backslashes', 'app://recount/..%5c..%5cetc'],
    ['a NUL', 'app://recount/index.html%00.png'],
    ['a broken escape', 'app://recount/%zz'],
    ['no address at all', 'index.html'],
  ])('%s is none', (_what, address) => {
    expect(pathWithin(FOLDER, address)).toBeNull();
  });

  it('is below the folder, whatever is asked', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2f',
      '/',
      '\\',
      '%5c',
      'a',
      '%00',
      '%25',
      '~',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const path = pathWithin(FOLDER, `app://recount/${pieces.join('')}`);
        if (path !== null) expect(path.slice(0, FOLDER.length + 1)).toBe(`${FOLDER}/`);
        if (path !== null) expect(path.split('/')).not.toContain('..');
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("the program's own addresses", () => {
  it.each(['app://recount/assets/a.js', 'data:image/png;base64,AA==', 'blob:app://recount/1'])(
    '%s may be asked for',
    (address) => expect(isOwnAddress(address)).toBe(true),
  );

  it.each([
    'https://recount/',
    'http://127.0.0.1/',
    'file:///etc/hosts',
    'app://other/',
    'wss://a/',
    'ftp://a/',
    '',
  ])('%s may not', (address) => expect(isOwnAddress(address)).toBe(false));

  it('one page is the page, whatever follows its name', () => {
    expect([APP_PAGE, `${APP_PAGE}?a=1`, `${APP_PAGE}#overview`].every(isOwnPage)).toBe(true);
    for (const other of [
      'app://recount/other.html',
      `https://a/?${APP_PAGE}`,
      'about:blank',
      `${APP_PAGE}/x`,
    ])
      expect(isOwnPage(other)).toBe(false);
  });
});

describe('a sender', () => {
  const page = { url: APP_PAGE };

  it('is trusted as the top frame of the own page only', () => {
    expect(isTrustedSender({ senderFrame: page, sender: { mainFrame: page } })).toBe(true);
    expect(isTrustedSender({ senderFrame: { ...page }, sender: { mainFrame: page } })).toBe(false);
    const foreign = { url: 'https://example.com/' };
    expect(isTrustedSender({ senderFrame: foreign, sender: { mainFrame: foreign } })).toBe(false);
  });

  it('that is gone is not trusted', () => {
    expect(isTrustedSender({ senderFrame: null, sender: { mainFrame: page } })).toBe(false);
    expect(isTrustedSender({ sender: { mainFrame: page } })).toBe(false);
  });
});
