import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pictureHandlers } from '../../../src/main/engine/handlers/pictures';

const folder = mkdtempSync(join(tmpdir(), 'recount-pictures-'));
afterAll(() => rmSync(folder, { recursive: true }));
const write = pictureHandlers()['pictures.write'];
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('a chart as a file', () => {
  it('is written whole in place of what was there, and leaves nothing beside it', async () => {
    const path = join(folder, 'chart.svg');
    writeFileSync(path, 'before');
    await write({ path, format: 'svg', base64: base64('<svg xmlns="x">한</svg>') });
    expect(readFileSync(path, 'utf8')).toBe('<svg xmlns="x">한</svg>');
    expect(readdirSync(folder)).toEqual(['chart.svg']);
  });

  it('is a picture, under a picture’s name, or is not written', async () => {
    for (const [name, format, text] of [
      ['page.html', 'svg', '<svg></svg>'],
      ['chart.svg', 'svg', '<html></html>'],
      ['chart.png', 'png', '<svg></svg>'],
    ] as const) {
      const attempt = async () => write({ path: join(folder, name), format, base64: base64(text) });
      await expect(attempt()).rejects.toThrow('to be written');
    }
    expect(readdirSync(folder)).toEqual(['chart.svg']);
  });
});
