import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { z } from 'zod';
import { columnMappingSchema, saidReadingSchema } from '../../../shared/contract/column-mapping';
import { EngineFailure, engineError } from '../../../shared/contract/error';
import type { ImportOverride } from '../../../shared/contract/imports';
import { sentence } from '../../engine/locale/sentence';
import { CliFailure } from '../session/cli-failure';
import type { Terminal } from '../session/terminal';

export const mapOptionSchema = z.object({ map: z.string().optional() });

/** A mapping as a file: what the columns mean and, where that is not found out, how the file is read. */
export const mappingFileSchema = z.object({
  ...columnMappingSchema.omit({ profile: true }).shape,
  ...saidReadingSchema.omit({ mapping: true }).shape,
});
export type MappingFile = z.infer<typeof mappingFileSchema>;

export function addMapOption(command: Command, { language }: Terminal): Command {
  return command.option('--map <file>', sentence(language, 'mapping:cli/map'));
}

/** The mapping in a JSON file. Throws a known failure where it is none. */
export async function mappingIn(path: string): Promise<MappingFile> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new CliFailure('itemRules:noFile', { file: path });
  }
  try {
    return mappingFileSchema.parse(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (thrown) {
    throw new EngineFailure(
      engineError('mapping-invalid', { file: path, context: 'file' }, String(thrown)),
    );
  }
}

/** `--map` as it holds for every file that is given. */
export async function readingOf({
  map,
}: z.infer<typeof mapOptionSchema>): Promise<Pick<ImportOverride, 'readings'>> {
  if (map === undefined) return {};
  const { readAs, columns, ...said } = await mappingIn(map);
  return { readings: [{ ...said, table: null, mapping: { readAs, columns } }] };
}
