import { addAuditCommand, runAudit } from './commands/audit-command';
import {
  addBackupCommand,
  addBackupList,
  addBackupMake,
  addBackupRestore,
  addBackupSalvage,
  runBackupList,
  runBackupMake,
  runBackupRestore,
  runBackupSalvage,
} from './commands/backup-command';
import { addCompareMonthsCommand, runCompareMonths } from './commands/compare-months-command';
import { addCoverageCommand, runCoverage } from './commands/coverage-command';
import { addCreditsCommand, runCredits } from './commands/credits-command';
import {
  addDecideCommand,
  addDecisionsCommand,
  runDecide,
  runDecisions,
} from './commands/decisions-command';
import { addDiagnoseCommand, runDiagnose } from './commands/diagnose-command';
import { addDisputeCommand, runDispute } from './commands/dispute-command';
import { addDoctorCommand, runDoctor } from './commands/doctor-command';
import {
  addEstimateCalls,
  addEstimateCommand,
  addEstimateLive,
  runEstimateCalls,
  runEstimateLive,
} from './commands/estimate-command';
import { addEstimateItem, runEstimateItem } from './commands/estimate-item-command';
import { addEstimatePackages, runEstimatePackages } from './commands/estimate-packages-command';
import { addEstimateRefund, runEstimateRefund } from './commands/estimate-refund-command';
import { addExplainCommand, runExplain } from './commands/explain-command';
import { addHistoryCommand, runHistory } from './commands/history-command';
import { addImportCommand, runImport } from './commands/import-command';
import { addImportsCommand, runImports } from './commands/imports-command';
import { addItemRulesCommand, runItemRules } from './commands/item-rules-command';
import { addMatchesCommand, runMatches } from './commands/matches-command';
import { addPackagesCommand, runPackages } from './commands/packages-command';
import { addPoliciesCommand, runPolicies } from './commands/policies-command';
import {
  addPricesCompare,
  addPricesReset,
  addPricesSave,
  addPricesUse,
  runPricesCompare,
  runPricesReset,
  runPricesSave,
  runPricesUse,
} from './commands/price-books-command';
import { addPricesCommand, addPricesList, runPrices } from './commands/prices-command';
import {
  addQuarantineCommand,
  addQuarantineDismiss,
  addQuarantineFix,
  addQuarantineList,
  addQuarantineReopen,
  runQuarantineDismiss,
  runQuarantineFix,
  runQuarantineList,
  runQuarantineReopen,
} from './commands/quarantine-command';
import {
  addProfilesCommand,
  addProfilesDraft,
  addProfilesExport,
  addProfilesImport,
  addProfilesList,
  addProfilesRemove,
  addProfilesSave,
  runProfilesDraft,
  runProfilesExport,
  runProfilesImport,
  runProfilesList,
  runProfilesRemove,
  runProfilesSave,
} from './commands/profiles-command';
import { addReportCommand, runReport } from './commands/report-command';
import { addRestatementsCommand, runRestatements } from './commands/restatements-command';
import { addRulesCommand, runRules } from './commands/rules-command';
import { addSignCommand, runSign } from './commands/sign-command';
import { addTrailCommand, runTrail } from './commands/trail-command';
import { addUsageCommand, runUsage } from './commands/usage-command';
import { addVerifyCommand, runVerify } from './commands/verify-command';
import { command, group, type CommandEntry } from './command-entry';

/** Every command of the terminal, in the order of the help: the month first, what surrounds it after. */
export const COMMANDS: readonly CommandEntry[] = [
  command(addAuditCommand, runAudit),
  command(addDiagnoseCommand, runDiagnose),
  command(addExplainCommand, runExplain),
  command(addImportCommand, runImport),
  command(addImportsCommand, runImports),
  command(addCoverageCommand, runCoverage),
  command(addRestatementsCommand, runRestatements),
  group(addQuarantineCommand, [
    command(addQuarantineList, runQuarantineList),
    command(addQuarantineFix, runQuarantineFix),
    command(addQuarantineDismiss, runQuarantineDismiss),
    command(addQuarantineReopen, runQuarantineReopen),
  ]),
  group(addProfilesCommand, [
    command(addProfilesDraft, runProfilesDraft),
    command(addProfilesSave, runProfilesSave),
    command(addProfilesList, runProfilesList),
    command(addProfilesExport, runProfilesExport),
    command(addProfilesImport, runProfilesImport),
    command(addProfilesRemove, runProfilesRemove),
  ]),
  command(addItemRulesCommand, runItemRules),
  command(addDecisionsCommand, runDecisions),
  command(addDecideCommand, runDecide),
  command(addRulesCommand, runRules),
  command(addHistoryCommand, runHistory),
  command(addCreditsCommand, runCredits),
  command(addMatchesCommand, runMatches),
  command(addSignCommand, runSign),
  command(addTrailCommand, runTrail),
  command(addReportCommand, runReport),
  command(addVerifyCommand, runVerify),
  command(addDisputeCommand, runDispute),
  command(addCompareMonthsCommand, runCompareMonths),
  command(addUsageCommand, runUsage),
  command(addPackagesCommand, runPackages),
  group(addPricesCommand, [
    command(addPricesList, runPrices),
    command(addPricesCompare, runPricesCompare),
    command(addPricesUse, runPricesUse),
    command(addPricesReset, runPricesReset),
    command(addPricesSave, runPricesSave),
  ]),
  command(addPoliciesCommand, runPolicies),
  group(addEstimateCommand, [
    command(addEstimateCalls, runEstimateCalls),
    command(addEstimateLive, runEstimateLive),
    command(addEstimateItem, runEstimateItem),
    command(addEstimatePackages, runEstimatePackages),
    command(addEstimateRefund, runEstimateRefund),
  ]),
  group(addBackupCommand, [
    command(addBackupMake, runBackupMake),
    command(addBackupList, runBackupList),
    command(addBackupRestore, runBackupRestore),
    command(addBackupSalvage, runBackupSalvage),
  ]),
  command(addDoctorCommand, runDoctor),
];
