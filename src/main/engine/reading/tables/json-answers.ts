import type { JsonPart } from './json-scan';
import { cellOf, isObject, jsonValue, type JsonValue } from './json-value';

/** The first columns of each row that comes from JSON: where it stands there, and its own text on one line. */
export const JSON_COLUMNS = ['json:line', 'json:path', 'json:text'] as const;

/** The rows of one answer about usage, and its `UsageKey`. */
export interface UsagePage {
  readonly columns: readonly string[];
  readonly rows: readonly JsonPart[];
}

/** A time of day that is not midnight. */
const TIMED = / (?!00:00:00$)\d{2}:\d{2}:\d{2}$/;

/** `Response.DetailSet[3]`; of a second document in the file `2: Response.DetailSet[3]`. */
function pathText(path: readonly (string | number)[], more = ''): string {
  const [document, ...steps] = path;
  const text = steps
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`,
    )
    .join('');
  return `${document === 0 ? '' : `${Number(document) + 1}: `}${text}${more}`;
}

/** A line end can stand only between the values of JSON, where it means nothing. */
function oneLine(text: string): string {
  return text.replace(/[\r\n]+[ \t]*/g, ' ');
}

function origin(part: JsonPart, more?: string): string[] {
  return [String(part.line), pathText(part.path, more), oneLine(part.text)];
}

export function usageHeader({ columns }: UsagePage): string[] {
  return [...JSON_COLUMNS, 'json:span', 'TimeKey', ...columns];
}

/** One row for each time; an answer over several days has one row a day, within one day one per 5 minutes. */
export function usageRows({ rows }: UsagePage): string[][] {
  const values = rows.map(({ text }) => jsonValue(text));
  const fine = values.some((value) => isObject(value) && TIMED.test(cellOf(value['TimeKey'])));
  return rows.map((part, index) => {
    const value = values[index];
    if (!isObject(value)) return origin(part);
    const quantities = value['UsageValue'];
    if (!Array.isArray(quantities)) return origin(part);
    return [
      ...origin(part),
      fine ? '5-minute' : 'day',
      cellOf(value['TimeKey']),
      ...quantities.map(cellOf),
    ];
  });
}

const DETAIL = [
  'PayerUin',
  'OwnerUin',
  'OperateUin',
  'BusinessCode',
  'BusinessCodeName',
  'ProductCode',
  'ProductCodeName',
  'PayModeName',
  'ProjectName',
  'RegionName',
  'RegionTypeName',
  'ResourceId',
  'ResourceName',
  'ActionType',
  'ActionTypeName',
  'OrderId',
  'BillId',
  'PayTime',
  'FeeBeginTime',
  'FeeEndTime',
  'BillMonth',
  'BillDay',
  'Id',
  'Formula',
  'Tags',
] as const;
const COMPONENT = [
  'ComponentCode',
  'ComponentCodeName',
  'ItemCode',
  'ItemCodeName',
  'SinglePrice',
  'ContractPrice',
  'PriceUnit',
  'UsedAmount',
  'UsedAmountUnit',
  'RealTotalMeasure',
  'DeductedMeasure',
  'TimeSpan',
  'TimeUnitName',
  'Cost',
  'Discount',
  'BlendedDiscount',
  'RealCost',
  'VoucherPayAmount',
  'IncentivePayAmount',
  'CashPayAmount',
  'TransferPayAmount',
  'Currency',
  'TaxRate',
  'TaxAmount',
] as const;

export function billHeader(): string[] {
  return [...JSON_COLUMNS, ...DETAIL, ...COMPONENT];
}

function tagsText(tags: JsonValue | undefined): string {
  if (!Array.isArray(tags)) return cellOf(tags);
  return tags
    .map((tag) =>
      isObject(tag) ? `${cellOf(tag['TagKey'])}=${cellOf(tag['TagValue'])}` : cellOf(tag),
    )
    .join('; ');
}

/** One row for each component of a detail; a detail without one is a row all the same. */
export function billRows(part: JsonPart): string[][] {
  const detail = jsonValue(part.text);
  if (!isObject(detail)) return [origin(part)];
  const shared = DETAIL.map((field) =>
    field === 'Tags' ? tagsText(detail[field]) : cellOf(detail[field]),
  );
  const components = detail['ComponentSet'];
  const list = Array.isArray(components) && components.length > 0 ? components : [{}];
  return list.map((component, index) => {
    const place = list.length > 1 ? `.ComponentSet[${index}]` : '';
    if (!isObject(component)) return origin(part, place);
    return [
      ...origin(part, place),
      ...shared,
      ...COMPONENT.map((field) => cellOf(component[field] ?? detail[field])),
    ];
  });
}
