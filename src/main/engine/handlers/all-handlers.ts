import type { Handlers } from '../../../shared/contract/contract';
import type { EngineContext } from '../engine-context';
import { aboutHandlers } from './about';
import { accountHandlers } from './account';
import { auditHandlers } from './audits';
import { backupHandlers } from './backups';
import { billHandlers } from './bills';
import { estimateHandlers } from './estimates';
import { importChangeHandlers } from './import-changes';
import { importHandlers } from './imports';
import { jobHandlers } from './jobs';
import { packageHandlers } from './packages';
import { priceHandlers } from './prices';
import { reportHandlers } from './reports';
import { selectionHandlers } from './selections';
import { workspaceHandlers } from './workspace';

/** Every method of the contract, answered. */
export function allHandlers(context: EngineContext): Handlers {
  return {
    ...workspaceHandlers(context),
    ...accountHandlers(context),
    ...importHandlers(context),
    ...importChangeHandlers(context),
    ...auditHandlers(context),
    ...backupHandlers(context),
    ...billHandlers(context),
    ...packageHandlers(context),
    ...priceHandlers(context),
    ...selectionHandlers(context),
    ...estimateHandlers(context),
    ...reportHandlers(context),
    ...jobHandlers(context),
    ...aboutHandlers(context),
  };
}
