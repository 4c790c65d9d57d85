import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const FILES = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .trim()
  .split('\n');
const FOLDERS = FILES.flatMap((file) =>
  file.split('/').map((_, at, names) => names.slice(0, at).join('/')),
);
const PLACES = new Set([...FILES, ...FOLDERS]);
/** A source file or a folder of the tree, in code quotes or as the target of a link; not a glob and not a place on the reader's machine. */
const MENTION =
  /[`(]((?:(?:src|test|scripts|resources|docs)\/[\w./-]+)|(?:[\w.-]+\/)*[\w.-]+\.(?:ts|tsx|mjs|sql|md))[`#)]/g;
function stands(mention: string): boolean {
  const path = mention.replace(/\/$/, '');
  return PLACES.has(path) || FILES.some((file) => file.endsWith(`/${path}`));
}

describe('what the documents name is there', () => {
  it.each(FILES.filter((file) => file.endsWith('.md') && !file.startsWith('test/')))(
    '%s',
    (document) => {
      const lines = readFileSync(join(ROOT, document), 'utf8').split('\n');
      const missing = lines.flatMap((line, at) =>
        [...line.matchAll(MENTION)]
          .map(([, mention = '']) => mention)
          .filter((mention) => !stands(mention))
          .map((mention) => `line ${at + 1}: ${mention}`),
      );
      expect(missing).toEqual([]);
    },
  );
});
