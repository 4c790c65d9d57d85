import { isTrtc } from '../../../../shared/bill/recognise';
import type { Item } from '../../../../shared/catalog/item';
import { usageItem } from '../../../../shared/catalog/recognise-item';
import type { Granularity } from '../../../../shared/usage/usage-series';
import {
  cleanCell,
  isDamagedId,
  isEmptyCell,
  isProblem,
  momentCell,
  shorten,
  type Moment,
} from '../cells/cells';
import { remembered } from '../cells/remembered';
import { ignored, quarantined, type FieldColumns, type RowRefusal } from '../cells/row-outcome';
import { quantityCell, secondsOfMinutes, usageUnit, type UsageUnit } from '../cells/usage-quantity';

/** What a usage row says. */
export interface UsageRow {
  readonly sdkAppId: string;
  readonly item: Item;
  readonly granularity: Granularity;
  readonly unit: 'seconds' | 'minutes';
  /** YYYYMMDD. */
  readonly day: number;
  readonly startSecond: number | null;
  readonly seconds: number;
  readonly minutesE4: number | null;
  readonly deductedE4: number | null;
}

/** Day of a row, and its start; null where it spans its whole day. */
export interface UsageSpan {
  readonly day: number;
  readonly start: number | null;
}

/** What a row counts, and in which unit. */
export interface UsageCounted {
  readonly item: Item;
  readonly unit: UsageUnit;
}

/** How the cells of a row are read, part by part: each part depends on its own columns only. */
export interface UsageParts {
  /** The application; also refuses rows of other products. */
  readonly who: (cells: readonly string[]) => string | RowRefusal;
  readonly when: (cells: readonly string[]) => UsageSpan | RowRefusal;
  readonly what: (cells: readonly string[]) => UsageCounted | RowRefusal;
  /** Minutes x 10^4, or whole seconds; null for an empty cell. */
  readonly quantity: (
    cells: readonly string[],
    field: 'value' | 'deducted',
    unit: UsageUnit,
  ) => number | null | RowRefusal;
}

/** The fields that each part looks at. */
export const USAGE_FIELDS = {
  who: ['product', 'productCode', 'sdkAppId'],
  when: ['day', 'start', 'end'],
  what: ['subProduct', 'item', 'fineItem', 'unit', 'attribute'],
} as const;

const DAY_SECONDS = 86_400;
const FIVE_MINUTES = 300;

/** The parts of which {@link usageReader} is made. */
export function usageParts(columns: FieldColumns): UsageParts {
  const at = {
    day: columns.index('day'),
    start: columns.index('start'),
    end: columns.index('end'),
    product: columns.index('product'),
    productCode: columns.index('productCode'),
    subProduct: columns.index('subProduct'),
    item: columns.index('item'),
    fineItem: columns.index('fineItem'),
    attribute: columns.index('attribute'),
    app: columns.index('sdkAppId'),
    unit: columns.index('unit'),
    value: columns.index('value'),
    deducted: columns.index('deducted'),
  };
  const text = (cells: readonly string[], index: number) =>
    index < 0 ? '' : cleanCell(cells[index] ?? '');
  const moment = remembered((cell: string): Moment | 'bad' => momentCell(cell) ?? 'bad');
  const unitOf = remembered(usageUnit);
  const trtc = remembered((product: string) =>
    remembered((code: string) => (product === '' && code === '') || isTrtc(product, code)),
  );
  const itemOf = remembered((subProduct: string) =>
    remembered((item: string) =>
      remembered((fineItem: string) =>
        remembered((attribute: string) => usageItem({ subProduct, item, fineItem, attribute })),
      ),
    ),
  );

  return {
    who: (cells) => {
      if (!trtc(text(cells, at.product))(text(cells, at.productCode)))
        return ignored('rows-other-product');
      const sdkAppId = text(cells, at.app);
      if (isEmptyCell(sdkAppId))
        return quarantined('row-missing-value', {}, columns.header('sdkAppId'));
      return isDamagedId(sdkAppId)
        ? quarantined('row-damaged-id', { value: sdkAppId }, columns.header('sdkAppId'))
        : sdkAppId;
    },
    when: (cells) => {
      const [dayText, startText, endText] = [
        text(cells, at.day),
        text(cells, at.start),
        text(cells, at.end),
      ];
      const day = isEmptyCell(dayText) ? null : moment(dayText);
      const start = isEmptyCell(startText) ? null : moment(startText);
      const end = isEmptyCell(endText) ? null : moment(endText);
      for (const [value, field, cell] of [
        [day, 'day', dayText],
        [start, 'start', startText],
        [end, 'end', endText],
      ] as const)
        if (value === 'bad')
          return quarantined('row-bad-date', { value: shorten(cell) }, columns.header(field));
      if (day === 'bad' || start === 'bad' || end === 'bad') return quarantined('row-bad-date');
      const own = day ?? start;
      if (!own)
        return quarantined('row-missing-value', {}, columns.header(at.day < 0 ? 'start' : 'day'));
      if (start && own.day !== start.day)
        return quarantined(
          'row-day-mismatch',
          { day: dayText, start: startText },
          columns.header('day'),
        );
      if (start?.second === null || start?.second === undefined)
        return { day: own.day, start: null };
      if (!end)
        return start.second === 0
          ? { day: own.day, start: null }
          : { day: own.day, start: start.second };
      const endSecond = (end.second ?? 0) + (end.day === own.day ? 0 : DAY_SECONDS);
      const length = endSecond - start.second;
      // Excel drops the seconds of 23:59:59; some exports end at 24:00, written as the next day.
      if (start.second === 0 && length >= DAY_SECONDS - 60 && length <= DAY_SECONDS)
        return { day: own.day, start: null };
      return length > 0 && length <= FIVE_MINUTES
        ? { day: own.day, start: start.second }
        : quarantined(
            'row-unknown-span',
            { start: startText, end: endText },
            columns.header('end'),
          );
    },
    what: (cells) => {
      const attribute = text(cells, at.attribute);
      const fineItem = text(cells, at.fineItem);
      const item = itemOf(text(cells, at.subProduct))(text(cells, at.item))(fineItem)(attribute);
      if (item === null)
        return quarantined(
          'row-unknown-item',
          { name: shorten(attribute || fineItem) },
          columns.header('attribute'),
        );
      const unit = unitOf(text(cells, at.unit));
      return unit === null
        ? quarantined(
            'row-unknown-unit',
            { value: shorten(text(cells, at.unit)) },
            columns.header('unit'),
          )
        : { item, unit };
    },
    quantity: (cells, field, unit) => {
      const value = quantityCell(text(cells, at[field]), unit);
      return isProblem(value)
        ? quarantined(value.code, value.params, columns.header(field))
        : value;
    },
  };
}

/** The row that its parts make. */
export function usageRow(
  sdkAppId: string,
  { day, start }: UsageSpan,
  { item, unit: { unit } }: UsageCounted,
  value: number,
  deducted: number | null,
): UsageRow {
  const minutes = unit === 'minutes';
  return {
    sdkAppId,
    item,
    granularity: start === null ? 'day' : '5-minute',
    unit,
    day,
    startSecond: start,
    seconds: minutes ? secondsOfMinutes(value) : value,
    minutesE4: minutes ? value : null,
    // Only minutes can be compared with a draw-down.
    deductedE4: minutes ? deducted : null,
  };
}

/** Reads the rows of the Billing Center's usage detail. */
export function usageReader(
  columns: FieldColumns,
  parts = usageParts(columns),
): (cells: readonly string[]) => UsageRow | RowRefusal {
  return (cells) => {
    const sdkAppId = parts.who(cells);
    if (typeof sdkAppId !== 'string') return sdkAppId;
    const when = parts.when(cells);
    if ('outcome' in when) return when;
    const counted = parts.what(cells);
    if ('outcome' in counted) return counted;
    const value = parts.quantity(cells, 'value', counted.unit);
    if (value === null) return quarantined('row-missing-value', {}, columns.header('value'));
    if (typeof value !== 'number') return value;
    const deducted = parts.quantity(cells, 'deducted', counted.unit);
    if (deducted !== null && typeof deducted !== 'number') return deducted;
    return usageRow(sdkAppId, when, counted, value, deducted);
  };
}
