import { cellTable, type CellTable } from '../report-table';
import type { ReportSource } from '../report-source';
import { billLinesTable } from './bill-lines-table';
import { bridgeTable } from './bridge-table';
import { causesTable } from './causes-table';
import { chargesTable } from './charges-table';
import { coverageTable } from './coverage-table';
import { differencesTable } from './differences-table';
import { drawdownsTable } from './drawdowns-table';
import { inputsTable } from './inputs-table';
import { issuesTable } from './issues-table';
import { policiesTable } from './policies-table';
import { pricesTable } from './prices-table';
import { restatedTable } from './restated-table';
import { signOffTable } from './sign-off-table';

/** The tables of a report, in the order of the workbook's sheets. */
export function reportTables(source: ReportSource): readonly CellTable[] {
  return [
    cellTable(differencesTable(source)),
    cellTable(causesTable(source)),
    cellTable(bridgeTable(source)),
    cellTable(chargesTable(source)),
    cellTable(drawdownsTable(source)),
    cellTable(billLinesTable(source)),
    cellTable(pricesTable(source)),
    cellTable(policiesTable(source)),
    cellTable(coverageTable(source)),
    cellTable(restatedTable(source)),
    cellTable(issuesTable(source)),
    cellTable(inputsTable(source)),
    cellTable(signOffTable(source)),
  ];
}
