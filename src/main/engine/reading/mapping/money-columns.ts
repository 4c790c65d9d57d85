import { cleanCell, isEmptyCell, isProblem, numberCell } from '../cells/cells';

const MONEY_NAME =
  /金额|费用|总价|原价|单价|价格|支出|支付|收入|余额|应付|实付|税|amount|cost|price|charge|fee|payment|paid|total|tax|금액|요금|비용|단가|가격|지불|결제|세금|잔액/i;
/** Names of what is counted and not paid, though some of their words are in the list above. */
const NO_MONEY = /rate|ratio|(?<!pa)id$|율|率|时长|시간/i;
const SIGN = /^[¥￥$₩]|元$/;

/**
 * Columns of numbers that look like money and that nobody reads: by their name, by a sign of currency, or
 * because they are printed with cents.
 */
export function unreadMoney(
  header: readonly string[],
  fields: readonly (string | null)[],
  sample: readonly (readonly string[])[],
): number[] {
  return header.flatMap((name, column) =>
    fields[column] == null &&
    looksLikeMoney(
      name,
      sample.map((cells) => cells[column] ?? ''),
    )
      ? [column]
      : [],
  );
}

function looksLikeMoney(name: string, cells: readonly string[]): boolean {
  if (NO_MONEY.test(name)) return false;
  const filled = cells.map(cleanCell).filter((cell) => !isEmptyCell(cell));
  const signed = filled.filter((cell) => SIGN.test(cell));
  const numbers = filled.filter((cell) => !isProblem(numberCell(cell.replace(SIGN, ''))));
  if (filled.length === 0 || numbers.length * 2 < filled.length) return false;
  const cents = numbers.filter((cell) => /\.\d{2}/.test(cell));
  return MONEY_NAME.test(name) || signed.length > 0 || cents.length * 2 > numbers.length;
}
