import { EngineFailure, engineError } from '../../../../shared/contract/error';
import type { ReadableDb } from '../../store/workspace/connection';
import { firstText, rawSource } from '../../store/imports/raw-rows';
import { findLayout, type Layout } from '../../reading/layout/layout';
import type { StatedOfImport } from '../../reading/layout/stated-facts';

/**
 * How the rows of an import were read, found again from its header and first rows as they are kept. Throws
 * EngineFailure where the columns mean nothing to this version any more.
 */
export function layoutOfImport(db: ReadableDb, importId: number): Layout {
  const source = rawSource(db, importId);
  const header = source.columns.map(({ header }) => quoted(header)).join(source.delimiter);
  const head = `${header}\n${firstText(db, source)}`;
  const { mapping, ...facts } = JSON.parse(source.stated) as StatedOfImport;
  const layout = findLayout(head, true, 'utf-8', source.file, {
    ...facts,
    ...(source.app !== null && { sdkAppId: source.app }),
    said: { mapping, delimiter: mapping && source.delimiter, headerLine: mapping && 1 },
  });
  if (!layout.ok) throw new EngineFailure(layout.error);
  if (layout.value.header.length !== source.columns.length)
    throw new EngineFailure(engineError('file-no-header', { file: source.file }));
  return layout.value;
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
