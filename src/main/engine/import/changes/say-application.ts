import { EngineFailure, engineError } from '../../../../shared/contract/error';
import type { ImportSummary } from '../../../../shared/contract/imports';
import { invariant } from '../../../../shared/invariant';
import { UNNAMED_APPLICATION } from '../../../../shared/usage/unnamed-application';
import { giveApplication, importOfOneApp } from '../../store/imports/applications';
import { findImport } from '../../store/imports/imports';
import { recordStep } from '../../store/history/record-step';
import type { Pause } from '../../store/workspace/pause';
import type { OpenWorkspace } from '../../store/workspace/workspace-file';
import { dropAssumption } from '../settle/settle-applications';
import { settleImport } from '../settle/settle-import';

/**
 * Says whose use the rows of an import are of, at any time after it came; null takes that back, so that it is
 * assumed again. What the rows repeat or replace is decided anew. One step of the history. Throws EngineFailure
 * `invalid-input` for an import whose rows name their applications themselves.
 */
export async function sayApplication(
  open: OpenWorkspace,
  importId: number,
  sdkAppId: string | null,
  pause: Pause,
): Promise<ImportSummary> {
  const db = open.writable;
  const before = importOfOneApp(db, importId);
  if (!before)
    throw new EngineFailure(engineError('invalid-input', { field: 'importId', value: importId }));
  const work = async () => {
    const given = {
      app: sdkAppId ?? UNNAMED_APPLICATION,
      by: sdkAppId === null ? 'assumed' : 'said',
      state: before.state === 'undone' ? 'undone' : 'live',
    } as const;
    await giveApplication(db, importId, given, pause);
    dropAssumption(db, importId);
    await settleImport(db, importId, { replace: false, pause });
  };
  const file = before.fileName;
  const named = () => ({
    title: 'application-said' as const,
    params: { file },
    trail: {
      kind: 'application-said' as const,
      details: { import: importId, file, sdkAppId },
    },
  });
  await recordStep(db, work, named, pause);
  const after = findImport(db, importId);
  invariant(after, 'an import that was just written is not there');
  return after;
}
