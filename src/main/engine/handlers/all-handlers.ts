import type { Handlers } from '../../../shared/contract/contract';
import type { EngineContext } from '../engine-context';
import { aboutHandlers } from './about';
import { accountHandlers } from './account';
import { accountFormHandlers } from './account-form';
import { applicationHandlers } from './applications';
import { auditHandlers } from './audits';
import { backupHandlers } from './backups';
import { billHandlers } from './bills';
import { chargeHandlers } from './charges';
import { creditHandlers } from './credits';
import { decisionHandlers } from './decisions';
import { estimateHandlers } from './estimates';
import { coverageHandlers } from './coverage';
import { importChangeHandlers } from './import-changes';
import { groupHandlers } from './groups';
import { historyHandlers } from './history';
import { importHandlers } from './imports';
import { itemRuleHandlers } from './item-rules';
import { jobHandlers } from './jobs';
import { mappingHandlers } from './mapping';
import { matchHandlers } from './matches';
import { packageHandlers } from './packages';
import { pictureHandlers } from './pictures';
import { placeHandlers } from './places';
import { priceBookHandlers } from './price-books';
import { priceHandlers } from './prices';
import { quarantineHandlers } from './quarantine';
import { repeatHandlers } from './repeats';
import { reportHandlers } from './reports';
import { selectionHandlers } from './selections';
import { signOffHandlers } from './sign-off';
import { usageHandlers } from './usage';
import { viewHandlers } from './views';
import { workspaceHandlers } from './workspace';

/** Every method of the contract, answered. */
export function allHandlers(context: EngineContext): Handlers {
  return {
    ...workspaceHandlers(context),
    ...accountHandlers(context),
    ...accountFormHandlers(context),
    ...importHandlers(context),
    ...applicationHandlers(context),
    ...itemRuleHandlers(context),
    ...importChangeHandlers(context),
    ...mappingHandlers(context),
    ...coverageHandlers(context),
    ...quarantineHandlers(context),
    ...repeatHandlers(context),
    ...auditHandlers(context),
    ...chargeHandlers(context),
    ...backupHandlers(context),
    ...billHandlers(context),
    ...packageHandlers(context),
    ...priceHandlers(context),
    ...priceBookHandlers(context),
    ...selectionHandlers(context),
    ...placeHandlers(context),
    ...groupHandlers(context),
    ...pictureHandlers(),
    ...usageHandlers(context),
    ...viewHandlers(context),
    ...estimateHandlers(context),
    ...decisionHandlers(context),
    ...historyHandlers(context),
    ...creditHandlers(context),
    ...matchHandlers(context),
    ...signOffHandlers(context),
    ...reportHandlers(context),
    ...jobHandlers(context),
    ...aboutHandlers(context),
  };
}
