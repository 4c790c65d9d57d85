import { addAuditCommand, runAudit } from './audit-command';
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
} from './backup-command';
import { addCompareMonthsCommand, runCompareMonths } from './compare-months-command';
import { addCoverageCommand, runCoverage } from './coverage-command';
import { addCreditsCommand, runCredits } from './credits-command';
import {
  addDecideCommand,
  addDecisionsCommand,
  runDecide,
  runDecisions,
} from './decisions-command';
import { addDiagnoseCommand, runDiagnose } from './diagnose-command';
import { addDisputeCommand, runDispute } from './dispute-command';
import { addDoctorCommand, runDoctor } from './doctor-command';
import {
  addEstimateCalls,
  addEstimateCommand,
  addEstimateLive,
  runEstimateCalls,
  runEstimateLive,
} from './estimate-command';
import { addEstimateItem, runEstimateItem } from './estimate-item-command';
import { addEstimatePackages, runEstimatePackages } from './estimate-packages-command';
import { addEstimateRefund, runEstimateRefund } from './estimate-refund-command';
import { addExplainCommand, runExplain } from './explain-command';
import { addHistoryCommand, runHistory } from './history-command';
import { addImportCommand, runImport } from './import-command';
import { addImportsCommand, runImports } from './imports-command';
import { addItemRulesCommand, runItemRules } from './item-rules-command';
import { addMatchesCommand, runMatches } from './matches-command';
import { addPackagesCommand, runPackages } from './packages-command';
import { addPoliciesCommand, runPolicies } from './policies-command';
import {
  addPricesCompare,
  addPricesReset,
  addPricesSave,
  addPricesUse,
  runPricesCompare,
  runPricesReset,
  runPricesSave,
  runPricesUse,
} from './price-books-command';
import { addPricesCommand, addPricesList, runPrices } from './prices-command';
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
} from './quarantine-command';
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
} from './profiles-command';
import { addReportCommand, runReport } from './report-command';
import { addRestatementsCommand, runRestatements } from './restatements-command';
import { addRulesCommand, runRules } from './rules-command';
import { addSignCommand, runSign } from './sign-command';
import { addTrailCommand, runTrail } from './trail-command';
import { addUsageCommand, runUsage } from './usage-command';
import { addVerifyCommand, runVerify } from './verify-command';
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
