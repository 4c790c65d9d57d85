import { isProblem, numberCell, scaledCell, type CellProblem } from './cells';

/** What a number of usage counts: seconds, or minutes times a factor (千分钟: 1000). */
export interface UsageUnit {
  readonly unit: 'seconds' | 'minutes';
  readonly factor: number;
}

/** Decimals of minutes that the store keeps. */
const MINUTE_SCALE = 4;
export const PER_MINUTE = 10 ** MINUTE_SCALE;
/** Above it a sum could leave what the store adds exactly. */
const MOST = 10 ** 9;
const WHOLE_NUMBER = /^\d{1,9}$/;
/** Nearly every number of minutes: read without a detour, digit for digit. */
const FEW_DECIMALS = /^(\d{1,9})\.(\d{1,4})$/;

const NAMES: readonly (readonly [UsageUnit, readonly string[]])[] = [
  [{ unit: 'minutes', factor: 1 }, ['分钟', '分', 'minute', 'minutes', 'min', 'mins', '분']],
  [{ unit: 'minutes', factor: 10 }, ['十分钟', '10分钟']],
  [{ unit: 'minutes', factor: 100 }, ['百分钟', '100分钟']],
  [
    { unit: 'minutes', factor: 1000 },
    ['千分钟', '1000分钟', 'kmin', 'kminutes', '1000minutes', '1000min', 'thousandminutes', '천분'],
  ],
  [{ unit: 'minutes', factor: 10_000 }, ['万分钟', '10000分钟', '10000minutes', '10000min']],
  [{ unit: 'minutes', factor: 60 }, ['小时', '时', 'hour', 'hours', 'h', '시간']],
  [{ unit: 'seconds', factor: 1 }, ['秒', '秒钟', 'second', 'seconds', 'sec', 's', '초']],
];
const UNITS: ReadonlyMap<string, UsageUnit> = new Map(
  NAMES.flatMap(([unit, names]) => names.map((name) => [name, unit] as const)),
);

/** The unit that a text names, whatever its width, case and blanks; null: none that usage is counted in. */
export function usageUnit(text: string): UsageUnit | null {
  return (
    UNITS.get(
      text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[\s,]+/g, ''),
    ) ?? null
  );
}

/** value x 60, half-up, of minutes x 10^4 that are not negative (engine.md 11). */
export function secondsOfMinutes(minutesE4: number): number {
  return Math.floor((minutesE4 * 60 + PER_MINUTE / 2) / PER_MINUTE);
}

/** Minutes x 10^4, or whole seconds, of a cell; null for an empty one. Never rounded. */
export function quantityCell(
  cell: string,
  { unit, factor }: UsageUnit,
): number | null | CellProblem {
  const scale = unit === 'minutes' ? MINUTE_SCALE : 0;
  if (factor === 1) {
    if (WHOLE_NUMBER.test(cell)) return Number(cell) * 10 ** scale;
    const few = scale === MINUTE_SCALE ? FEW_DECIMALS.exec(cell) : null;
    if (few) return Number(few[1]) * PER_MINUTE + Number((few[2] ?? '').padEnd(MINUTE_SCALE, '0'));
  }
  const plain = numberCell(cell);
  if (plain === null || isProblem(plain)) return plain;
  const zeros = factor % 10 === 0 && factor !== 60 ? Math.round(Math.log10(factor)) : 0;
  const scaled = scaledCell(plain, scale + zeros);
  if (isProblem(scaled)) return scaled;
  if (scaled < 0n) return { code: 'row-negative-minutes', params: { value: cell } };
  const quantity = zeros > 0 ? scaled : scaled * BigInt(factor);
  return quantity < BigInt(MOST) * 10n ** BigInt(scale)
    ? Number(quantity)
    : { code: 'row-number-too-large', params: { value: cell } };
}
