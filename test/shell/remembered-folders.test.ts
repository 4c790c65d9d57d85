import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rememberFolders } from '../../src/main/shell/remembered-folders';

describe('dialogs', () => {
  it('begin where the last one of their kind ended, also after a new start', () => {
    const folder = mkdtempSync(join(tmpdir(), 'recount-folders-'));
    try {
      const file = join(folder, 'folders.json');
      const first = rememberFolders(file);
      expect(first.startOf('open')).toBeUndefined();
      expect(first.startOf('save', 'June.recount')).toBe('June.recount');
      first.chosen('open', join(folder, 'bills', 'june.csv'));
      first.chosen('folder', join(folder, 'reports'));
      const second = rememberFolders(file);
      expect(second.startOf('open')).toBe(join(folder, 'bills'));
      expect(second.startOf('folder')).toBe(join(folder, 'reports'));
      expect(second.startOf('save', 'June.recount')).toBe('June.recount');
      second.chosen('save', join(folder, 'kept', 'May.recount'));
      expect(second.startOf('save', 'June.recount')).toBe(join(folder, 'kept', 'June.recount'));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
