const CURRENCY_SUFFIX = /\((?:元|usd|cny|¥)\)$/;

/**
 * A column name as it is compared: full-width forms unified, without blanks, lower case, without a currency
 * in brackets at the end. "资源 ID", "资源ID" and "原价（元）", "原价" are the same column.
 */
export function headerName(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\uFEFF]+/g, '')
    .replace(/^="?|"$/g, '')
    .replace(/[[【〔{]/g, '(')
    .replace(/[\]】〕}]/g, ')')
    .toLowerCase()
    .replace(CURRENCY_SUFFIX, '');
}
