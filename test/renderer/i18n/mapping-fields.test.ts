import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fieldNeeds } from '../../../src/main/engine/reading/mapping/mappable-fields';
import { READABLE_AS } from '../../../src/shared/contract/column-mapping';

const LOCALES = resolve(import.meta.dirname, '../../../resources/locales');

describe('the names of fields', () => {
  it.each(['en', 'zh-CN', 'ko'])('are there for every field and kind of file (%s)', (language) => {
    const words = JSON.parse(readFileSync(join(LOCALES, language, 'mapping.json'), 'utf8')) as {
      fields: Record<string, string>;
      readings: Record<string, string>;
    };
    const unnamed = READABLE_AS.flatMap((readAs) => [
      ...(words.readings[readAs] === undefined ? [readAs] : []),
      ...fieldNeeds(readAs)
        .map(({ field }) => field)
        .filter((field) => words.fields[field] === undefined),
    ]);
    expect(unnamed).toEqual([]);
  });
});
