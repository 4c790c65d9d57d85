import { isTrtc } from '../../../../shared/bill/recognise';
import { tierFromName } from '../../../../shared/catalog/recognise-item';
import {
  cleanCell,
  isDamagedId,
  isEmptyCell,
  isProblem,
  momentCell,
  numberCell,
  percentCell,
} from './cells';
import { monthCell } from './month-cell';
import { momentText } from './row-cells';
import { usageUnit } from './usage-quantity';

/**
 * What the cells of a field look like. `specific` forms are so much their own that a column can be told by them
 * alone; a number or a text can be anything.
 */
interface CellForm {
  readonly specific: boolean;
  /** What a cell that is not empty is read as; null: it is no such cell. */
  readonly read: (cell: string) => string | null;
}

const text: CellForm = { specific: false, read: (cell) => cell };
const moment: CellForm = {
  specific: false,
  read: (cell) => {
    const found = momentCell(cell);
    if (!found) return null;
    const full = momentText(found);
    return found.second === null ? full.slice(0, 10) : full.replace('T', ' ');
  },
};
const number: CellForm = {
  specific: false,
  read: (cell) => {
    const value = numberCell(cell);
    return isProblem(value) ? null : value;
  },
};
const rate: CellForm = {
  specific: false,
  read: (cell) => {
    const value = percentCell(cell);
    return isProblem(value) ? null : value;
  },
};
const id: CellForm = { specific: false, read: (cell) => (isDamagedId(cell) ? null : cell) };
/** China 1400… and 1600…, international 2000… and the like. */
const application: CellForm = {
  specific: true,
  read: (cell) => (/^(?:1[46]00\d{6}|[2-9]000\d{4})$/.test(cell) ? cell : null),
};
const among = (recognised: (cell: string) => boolean): CellForm => ({
  specific: true,
  read: (cell) => (recognised(cell) ? cell : null),
});
const product = among((cell) => isTrtc(cell, '') && cell.length < 30);
const transaction = among((cell) =>
  /日结|月结|新购|续费|退款|扣费|settlement|purchase|refund|deduct/i.test(cell),
);
const tier = among((cell) => tierFromName(cell) !== null && cell.length < 40);

const FORMS: Readonly<Record<string, CellForm>> = {
  day: moment,
  start: moment,
  end: moment,
  usageStart: moment,
  usageEnd: moment,
  chargedAt: moment,
  deductedAt: moment,
  boughtAt: moment,
  expiresAt: moment,
  time: moment,
  from: moment,
  to: moment,
  month: { specific: false, read: (cell) => (monthCell(cell) === null ? null : cell) },
  amount: number,
  originalAmount: number,
  listPrice: number,
  unitPrice: number,
  quantity: number,
  voucher: number,
  freeCredit: number,
  cash: number,
  tax: number,
  totalWithTax: number,
  income: number,
  expense: number,
  balance: number,
  value: number,
  deducted: number,
  minutes: number,
  raw: number,
  factor: number,
  balanceBefore: number,
  balanceAfter: number,
  width: number,
  height: number,
  discount: number,
  taxRate: rate,
  share: rate,
  sdkAppId: id,
  resourceId: id,
  packageId: id,
  payerUin: id,
  ownerUin: id,
  transactionId: id,
  unit: { specific: true, read: (cell) => (usageUnit(cell) === null ? null : cell) },
  currency: among((cell) => /^(?:CNY|USD)$/i.test(cell)),
};

/** Forms that speak for a field without being needed: a bill has lines of other products too. */
const TELLING: Readonly<Record<string, CellForm>> = {
  sdkAppId: application,
  resourceId: application,
  product,
  transactionType: transaction,
  componentName: tier,
  attribute: tier,
  tier,
};

const formOf = (field: string): CellForm =>
  field.startsWith('tier.') ? number : (FORMS[field] ?? text);

/** What a cell is read as under a field; null: it cannot be. Empty cells are read as nothing. */
export function readCell(field: string, cell: string): string | null {
  const clean = cleanCell(cell);
  return isEmptyCell(clean) ? '' : formOf(field).read(clean);
}

/** How well the cells of a column fit a field, and one of them that shows it. */
export interface FormFit {
  /** `telling`: by them alone the column can be told; `against`: most of them cannot be read so. */
  readonly fit: 'telling' | 'fits' | 'against';
  readonly example: string;
}

/** Fewer cells than these do not speak for a column by themselves. */
const MOST = 0.8;

export function fitOf(field: string, cells: readonly string[]): FormFit {
  const filled = cells.map(cleanCell).filter((cell) => !isEmptyCell(cell));
  const example = filled[0] ?? '';
  if (filled.length === 0) return { fit: 'fits', example };
  const share = (form: CellForm) =>
    filled.filter((cell) => form.read(cell) !== null).length / filled.length;
  const form = formOf(field);
  if (share(form) < 0.5) return { fit: 'against', example };
  const telling = TELLING[field] ?? (form.specific ? form : null);
  return { fit: telling && share(telling) >= MOST ? 'telling' : 'fits', example };
}
