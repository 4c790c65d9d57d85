import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuTemplate, type MenuOptions } from '../../src/main/shell/menu';
import { menuWords } from '../../src/main/shell/menu-words';
import type { DesktopCommand, SettingsChange } from '../../src/shared/contract/desktop';

/** Settings that no menu shows. */
const REST = { density: 'comfortable', privacy: false, letterKeys: true, grids: {} } as const;

type Item = MenuItemConstructorOptions;

function menu(change: Partial<MenuOptions> = {}) {
  const commands: DesktopCommand[] = [];
  const changes: SettingsChange[] = [];
  const template = menuTemplate({
    settings: { language: 'en', theme: 'system', recentFiles: [], ...REST },
    history: { open: false, undo: null, redo: null },
    mac: false,
    developer: false,
    command: (command) => commands.push(command),
    changeSettings: (wish) => changes.push(wish),
    showLog: () => undefined,
    ...change,
  });
  return { items: template.flatMap(below), commands, changes };
}

function below(item: Item): Item[] {
  const inner = Array.isArray(item.submenu) ? item.submenu : [];
  return [item, ...inner.flatMap(below)];
}

/** Clicks as a person would; the template's handlers take nothing from the event. */
function click(items: readonly Item[], label: string): void {
  const item = items.find((candidate) => candidate.label === label);
  if (item?.click === undefined) throw new Error(`nothing to click: ${label}`);
  (item.click as () => void)();
}

describe('the menu', () => {
  it.each(['en', 'zh-CN', 'ko'] as const)('speaks %s in every item', (language) => {
    const { items } = menu({
      settings: { language, theme: 'dark', recentFiles: [], ...REST },
      mac: true,
    });
    const named = items.filter((item) => item.type !== 'separator');
    expect(named.filter((item) => item.label === undefined || item.label === '')).toEqual([]);
    const chosen = items.filter((item) => item.checked === true).map((item) => item.label);
    expect(chosen).toHaveLength(2);
    expect(chosen).toContain(menuWords(language).themeDark);
  });

  it('names no workspace in privacy mode', () => {
    const settings = { language: 'en', theme: 'system', ...REST } as const;
    const recentFiles = ['/home/a/100012345678.recount'];
    const named = (privacy: boolean) =>
      JSON.stringify(menu({ settings: { ...settings, recentFiles, privacy } }).items);
    expect(named(false)).toContain('100012345678');
    expect(named(true)).not.toContain('100012345678');
  });

  it('gives each key to one item', () => {
    const keys = menu({ developer: true }).items.flatMap((item) => item.accelerator ?? []);
    expect(keys).not.toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('sends what was clicked to the window', () => {
    const words = menuWords('en');
    const { items, commands, changes } = menu();
    for (const label of [words.newWorkspace, words.openWorkspace, words.saveCopy, words.addFiles])
      click(items, label);
    click(items, words.exportReport);
    click(items, words.about);
    expect(commands.map(({ command }) => command)).toEqual([
      'new',
      'open',
      'save-copy',
      'add-files',
      'export',
      'about',
    ]);
    click(items, '한국어');
    click(items, words.themeLight);
    expect(changes).toEqual([{ language: 'ko' }, { theme: 'light' }]);
  });

  it('shows recent files by name, with their ampersands, and opens their full path', () => {
    const path = '/bills/A&B.recount';
    const { items, commands } = menu({
      settings: { language: 'en', theme: 'system', recentFiles: [path], ...REST },
    });
    click(items, 'A&&B.recount');
    expect(commands).toEqual([{ command: 'open-path', path }]);
    expect(menu().items.find((item) => item.label === menuWords('en').noRecent)?.enabled).toBe(
      false,
    );
  });

  describe.each([
    ['en', 'Undo “Accept 3 differences”', 'Redo “Import a.csv”'],
    ['zh-CN', '撤销“Accept 3 differences”', '重做“Import a.csv”'],
    ['ko', '“Accept 3 differences” 실행 취소', '“Import a.csv” 다시 실행'],
  ] as const)('for Edit in %s', (language, undo, redo) => {
    const settings = { language, theme: 'system' as const, recentFiles: [], ...REST };
    const words = menuWords(language);
    const labelsOf = (items: readonly Item[]) => items.map(({ label }) => label);

    it('names what undo and redo would be about, and asks the window for them', () => {
      const history = { open: true, undo: 'Accept 3 differences', redo: 'Import a.csv' };
      const { items, commands } = menu({ settings, history });
      expect(labelsOf(items)).toEqual(expect.arrayContaining([undo, redo]));
      for (const label of [undo, redo, words.history]) click(items, label);
      expect(commands.map(({ command }) => command)).toEqual(['undo', 'redo', 'history']);
    });

    it('says only Undo and Redo where there is nothing, which is still the undo of a text field', () => {
      const { items } = menu({ settings, history: { open: false, undo: null, redo: null } });
      expect(labelsOf(items)).toEqual(expect.arrayContaining([words.undo, words.redo]));
      expect(items.find(({ label }) => label === words.history)?.enabled).toBe(false);
    });
  });

  it('shows names as they are: with signs that mean something in a menu, cut between characters', () => {
    const named = (undo: string) => {
      const { items } = menu({ history: { open: true, undo, redo: null } });
      return items.find(({ accelerator }) => accelerator === 'CmdOrCtrl+Z')?.label;
    };
    expect(named("Import A&B $& $1 $' {{step}}.csv")).toBe(
      "Undo “Import A&&B $&& $1 $' {{step}}.csv”",
    );
    expect(named('七'.repeat(60))).toBe(`Undo “${'七'.repeat(60)}”`);
    expect(named('七'.repeat(61))).toBe(`Undo “${'七'.repeat(59)}…”`);
    expect(named('👩‍🏫'.repeat(61))).toBe(`Undo “${'👩‍🏫'.repeat(59)}…”`);
  });

  it('has the developer tools in a checkout only', () => {
    const roles = (developer: boolean) => menu({ developer }).items.map((item) => item.role);
    expect(roles(true)).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']));
    expect(roles(false)).not.toContain('reload');
    expect(roles(false)).not.toContain('toggleDevTools');
  });
});
