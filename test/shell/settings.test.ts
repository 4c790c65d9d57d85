import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workspaceInArguments } from '../../src/main/shell/files-to-open';
import { nativeThemeOf, nearestLanguage, openSettings } from '../../src/main/shell/settings';
import type { Theme } from '../../src/shared/contract/looks';
import { readWindowState, writeWindowState } from '../../src/main/shell/window-state';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recount-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('settings', () => {
  it('begin in the nearest language the system prefers', () => {
    expect(nearestLanguage(['fr-FR', 'zh-Hant-TW', 'en-US'])).toBe('zh-CN');
    expect(nearestLanguage(['ko-KR'])).toBe('ko');
    expect(nearestLanguage(['kok-IN', 'de'])).toBe('en');
  });

  it('are kept, whole, and leave nothing beside the file', () => {
    const path = join(folder, 'profile', 'settings.json');
    openSettings(path, ['en'], () => undefined).change({ language: 'ko', theme: 'dark' });
    expect(openSettings(path, ['en'], () => undefined).current).toEqual({
      language: 'ko',
      theme: 'dark',
      density: 'comfortable',
      privacy: false,
      letterKeys: true,
      grids: {},
      recentFiles: [],
    });
    expect(readdirSync(join(folder, 'profile'))).toEqual(['settings.json']);
  });

  it('of an earlier version are kept, what they lack is as at the first start', () => {
    const path = join(folder, 'earlier.json');
    writeFileSync(path, JSON.stringify({ language: 'ko', theme: 'dark', recentFiles: ['a'] }));
    expect(openSettings(path, ['en'], () => undefined).current).toEqual({
      language: 'ko',
      theme: 'dark',
      recentFiles: ['a'],
      density: 'comfortable',
      privacy: false,
      letterKeys: true,
      grids: {},
    });
  });

  it('a grid’s columns are kept beside those of other grids', () => {
    const settings = openSettings(join(folder, 'grids.json'), ['en'], () => undefined);
    const [first, second] = [
      { columns: ['a'], widths: { a: 80 } },
      { columns: ['b', 'a'], widths: {} },
    ];
    settings.change({ grids: { bills: first } });
    settings.change({ grids: { differences: second } });
    expect(settings.current.grids).toEqual({ bills: first, differences: second });
  });

  it('high contrast leaves the ground to the system', () => {
    expect(
      ['system', 'light', 'dark', 'contrast'].map((theme) => nativeThemeOf(theme as Theme)),
    ).toEqual(['system', 'light', 'dark', 'system']);
  });

  it('a damaged file counts as none, and is replaced by the next change', () => {
    const path = join(folder, 'settings.json');
    writeFileSync(path, '{"language": "ko", "the');
    const settings = openSettings(path, ['en'], () => undefined);
    expect(settings.current.language).toBe('en');
    settings.change({ theme: 'light' });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ theme: 'light' });
  });

  it('hold each recent file once, newest first, at most ten', () => {
    const settings = openSettings(join(folder, 'settings.json'), [], () => undefined);
    for (let file = 1; file <= 12; file++) settings.opened(`/${file}.recount`);
    settings.opened('/5.recount');
    expect(settings.current.recentFiles).toEqual(
      [5, 12, 11, 10, 9, 8, 7, 6, 4, 3].map((file) => `/${file}.recount`),
    );
  });
});

describe('the window', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 };
  const state = { x: 100, y: 50, width: 1280, height: 800, maximized: false };

  it('comes back where it was', () => {
    const path = join(folder, 'window.json');
    expect(readWindowState(path, [screen])).toBeNull();
    writeWindowState(path, state);
    expect(readWindowState(path, [screen])).toEqual(state);
    writeWindowState(path, { ...state, x: 2500 });
    expect(readWindowState(path, [screen, { ...screen, x: 1920 }])?.x).toBe(2500);
  });

  it('comes back in the middle of the first screen, as far as it fits, where its own is gone', () => {
    const path = join(folder, 'window.json');
    const gone = { ...state, x: 2500, maximized: true };
    writeWindowState(path, gone);
    expect(readWindowState(path, [screen])).toEqual({ ...gone, x: 320, y: 140 });
    const small = { x: 0, y: 30, width: 1024, height: 738 };
    expect(readWindowState(path, [small])).toEqual({ ...small, maximized: true });
    // Its head above the screen could not be taken hold of either.
    writeWindowState(path, { ...state, y: -60 });
    expect(readWindowState(path, [screen])?.y).toBe(140);
  });

  it('a damaged file counts as none', () => {
    const path = join(folder, 'window.json');
    writeFileSync(path, '{"x": 1, "y"');
    expect(readWindowState(path, [screen])).toBeNull();
  });
});

describe('a command line', () => {
  it('names a workspace by its ending, and options are none', () => {
    expect(workspaceInArguments(['electron', '.', 'june.recount'], '/bills')).toBe(
      '/bills/june.recount',
    );
    expect(workspaceInArguments(['june.recount'], '/bills')).toBeNull();
    expect(workspaceInArguments(['recount', '--x=june.recount'], '/bills')).toBeNull();
  });

  it('names a workspace by its address, as file managers of Linux do', () => {
    const named = (arg: string) => workspaceInArguments(['recount', arg], '/');
    expect(named('file:///bills/June%202023%20%E5%85%AD%E6%9C%88.recount')).toBe(
      '/bills/June 2023 六月.recount',
    );
    expect(named('file://elsewhere/bills/june.recount')).toBeNull();
    expect(named('file:///bills/%zz.recount')).toBeNull();
  });
});
