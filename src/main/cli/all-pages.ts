import type { Output } from '../../shared/contract/contract';
import type { Transport } from '../../shared/contract/transport';
import { ask } from './ask-engine';

const PAGE = 1000;

type Paged = 'audits.charges' | 'audits.drawdowns';

/** Every row of a run's list, fetched page by page. */
export async function* allPages<M extends Paged>(
  transport: Transport,
  method: M,
  runId: number,
): AsyncGenerator<Output<M>['rows'][number]> {
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = await ask(transport, method, { runId, offset, limit: PAGE });
    yield* rows;
    if (rows.length < PAGE) return;
  }
}
