import { momentCell } from './cells';

const MONTH = /^(\d{4})[-/.年]?(\d{1,2})月?$/;

/** "2023-06", "2023/6", "202306", "2023年6月", or any day of the month: its first day as YYYYMMDD; null: none. */
export function monthCell(text: string): number | null {
  const parts = MONTH.exec(text);
  const day = parts ? null : momentCell(text)?.day;
  const year = parts ? Number(parts[1]) : Math.floor((day ?? 0) / 10_000);
  const month = parts ? Number(parts[2]) : Math.floor((day ?? 0) / 100) % 100;
  return year >= 1970 && month >= 1 && month <= 12 ? year * 10_000 + month * 100 + 1 : null;
}
