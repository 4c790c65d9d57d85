import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuTemplate, type MenuOptions } from '../../src/main/shell/menu';
import { menuWords } from '../../src/main/shell/menu-words';
import type { DesktopCommand, SettingsChange } from '../../src/shared/contract/desktop';

/** Settings that no menu shows. */
const REST = { density: 'comfortable', privacy: false, grids: {} } as const;

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

  it('has the developer tools in a checkout only', () => {
    const roles = (developer: boolean) => menu({ developer }).items.map((item) => item.role);
    expect(roles(true)).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']));
    expect(roles(false)).not.toContain('reload');
    expect(roles(false)).not.toContain('toggleDevTools');
  });
});
