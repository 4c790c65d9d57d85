import { join } from 'node:path';
import { temporaryFolder } from './workspace';
import { writeUsage } from '../../scripts/bench-files.mjs';

/** A usage export with that many rows, in a temporary folder that goes with the test file. */
export function usageFile(rows: number): string {
  const path = join(temporaryFolder('kept'), 'usage.csv');
  writeUsage(path, rows);
  return path;
}
