import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeJsonTables } from '../../../../src/main/engine/reading/tables/json-table';
import { UnpackedText } from '../../../../src/main/engine/reading/tables/unpacked-text';
import { fileWith, temporaryFolder } from '../../workspace';

const answer = (key: string) =>
  JSON.stringify({
    Response: {
      UsageKey: [key],
      UsageList: [{ TimeKey: '2023-06-01 00:00:00', UsageValue: [1] }],
    },
  });

describe('text that is written while a file is unpacked', () => {
  it('is whole, however it came', async () => {
    const place = join(temporaryFolder(), 'text');
    const text = await UnpackedText.create(place);
    const lines = Array.from({ length: 20_000 }, (_, line) => `${line},实时音视频,分钟\n`);
    for (const line of lines) await text.write(line);
    await text.close();
    expect(readFileSync(place, 'utf8')).toBe(lines.join(''));
  });

  it('never takes the place of another file', async () => {
    await expect(UnpackedText.create(fileWith('there already'))).rejects.toMatchObject({
      code: 'EEXIST',
    });
  });

  it('says what went wrong to whoever writes, and to nobody else', async () => {
    // A device that is always full.
    if (!existsSync('/dev/full')) return;
    const text = await UnpackedText.create('/dev/full', 'a');
    await text.write('x');
    await expect(text.close()).rejects.toMatchObject({ code: 'ENOSPC' });
    await text.abandon();
  });

  it('is given up without a word where the file breaks off behind several tables', async () => {
    const path = fileWith(
      `[${['Audio', 'SD', 'HD'].map(answer).join(',')},{"Response": `,
      'a.json',
    );
    const folder = temporaryFolder();
    for (let round = 0; round < 100; round++) {
      let files = 0;
      const place = () => join(folder, `${round}-${files++}`);
      await expect(
        writeJsonTables(path, 'a.json', place, new AbortController().signal),
      ).rejects.toMatchObject({ error: { code: 'file-wrong-kind' } });
      // The last answer is not known to be whole.
      expect(files).toBe(2);
    }
  });
});
