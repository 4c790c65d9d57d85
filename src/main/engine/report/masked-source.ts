import type { EngineContext } from '../engine-context';
import { requireMaskSecret } from '../store/reports';
import { idsOfAccount, maskWith, masked, type Mask } from './mask';
import type { ReportSource } from './report-source';

/** The workspace's own mask for the ids of a report. */
export async function maskFor(
  { session, writing }: Pick<EngineContext, 'session' | 'writing'>,
  source: ReportSource,
): Promise<Mask> {
  const { writable } = session.require();
  const secret = await writing.run(() => requireMaskSecret(writable));
  return maskWith(secret, idsOfAccount(source));
}

/** The source as it is, or with pseudonyms. */
export async function sourceAsAsked(
  context: Pick<EngineContext, 'session' | 'writing'>,
  source: ReportSource,
  wantsMask: boolean,
): Promise<ReportSource> {
  return wantsMask ? masked(source, await maskFor(context, source)) : source;
}
