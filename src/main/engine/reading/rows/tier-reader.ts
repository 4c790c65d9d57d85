import type { Item } from '../../../../shared/catalog/item';
import { UNNAMED_APPLICATION } from '../../../../shared/usage/unnamed-application';
import {
  cleanCell,
  isDamagedId,
  isEmptyCell,
  isProblem,
  momentCell,
  shorten,
} from '../cells/cells';
import { remembered } from '../cells/remembered';
import { ignored, quarantined, type FieldColumns, type RowRefusal } from '../cells/row-outcome';
import { itemOfColumn, tierServiceIn, type TierColumn } from '../layout/tier-column';
import type { TierLayout } from '../layout/tier-layout';
import type { UsageRow } from './usage-reader';
import { quantityCell, secondsOfMinutes, type UsageUnit } from '../cells/usage-quantity';

/** What one row measured, each with its slot: the place of its column. At least one. */
export interface MeasuredRow {
  readonly sdkAppId: string;
  /** YYYYMMDD. */
  readonly day: number;
  readonly measured: readonly { readonly slot: number; readonly usage: UsageRow }[];
}

const MINUTES: UsageUnit = { unit: 'minutes', factor: 1 };
const FREE = /免费|赠送|free|무료/;
const PAID = /付费|收费|计费|paid|billable|charge|유료/;

interface Measure {
  readonly slot: number;
  readonly header: string;
  readonly column: TierColumn;
  readonly item: Item;
  readonly unit: UsageUnit;
}

/** Reads rows with a column for each tier: the console's usage, and the usage API's answers. */
export function tierReader(
  columns: FieldColumns,
  header: readonly string[],
  tiers: TierLayout,
): (cells: readonly string[]) => MeasuredRow | RowRefusal {
  const measures = tiers.items.flatMap((item, slot): Measure[] => {
    const name = header[slot] ?? '';
    const column = tiers.columns[slot] ?? null;
    return item === null || column === null
      ? []
      : [{ slot, header: name, column, item, unit: column.unit ?? MINUTES }];
  });
  const at = {
    day: columns.index('day'),
    span: columns.index('span'),
    app: columns.index('sdkAppId'),
    charging: columns.index('charging'),
    service: columns.index('service'),
  };
  const text = (cells: readonly string[], index: number) => {
    const clean = index < 0 ? '' : cleanCell(cells[index] ?? '');
    return isEmptyCell(clean) ? '' : clean;
  };
  const moment = remembered(momentCell);
  const serviceOf = remembered(tierServiceIn);

  return (cells) => {
    const charging = text(cells, at.charging).toLowerCase();
    if (FREE.test(charging)) return ignored('rows-free-minutes');
    if (charging !== '' && !PAID.test(charging))
      return quarantined(
        'row-unknown-item',
        { name: shorten(charging) },
        columns.header('charging'),
      );
    const sdkAppId =
      at.app < 0 ? (tiers.stated.sdkAppId?.value ?? UNNAMED_APPLICATION) : text(cells, at.app);
    if (sdkAppId === '') return quarantined('row-missing-value', {}, columns.header('sdkAppId'));
    if (isDamagedId(sdkAppId))
      return quarantined('row-damaged-id', { value: sdkAppId }, columns.header('sdkAppId'));
    const time = text(cells, at.day);
    if (time === '') return quarantined('row-missing-value', {}, columns.header('day'));
    const start = moment(time);
    if (start === null)
      return quarantined('row-bad-date', { value: shorten(time) }, columns.header('day'));
    // A part of an answer that was not built like a row has no span of its own: that of its neighbours.
    const midnight = text(cells, at.span) || tiers.midnight;
    const timed = start.second !== null && (start.second > 0 || midnight === '5-minute');
    const serviceText = text(cells, at.service);
    const service = serviceText === '' ? null : serviceOf(serviceText);
    if (serviceText !== '' && service === null)
      return quarantined(
        'row-unknown-item',
        { name: shorten(serviceText) },
        columns.header('service'),
      );
    const measured: { slot: number; usage: UsageRow }[] = [];
    for (const measure of measures) {
      const value = quantityCell(text(cells, measure.slot), measure.unit);
      if (value === null) continue;
      if (isProblem(value)) return quarantined(value.code, value.params, measure.header);
      const item = service === null ? measure.item : itemOfColumn(measure.column, service);
      if (item === null) {
        if (value === 0) continue;
        return quarantined('row-unknown-item', { name: measure.header }, measure.header);
      }
      const minutes = measure.unit.unit === 'minutes';
      measured.push({
        slot: measure.slot,
        usage: {
          sdkAppId,
          item,
          granularity: timed ? '5-minute' : 'day',
          unit: measure.unit.unit,
          day: start.day,
          startSecond: timed ? start.second : null,
          seconds: minutes ? secondsOfMinutes(value) : value,
          minutesE4: minutes ? value : null,
          deductedE4: null,
        },
      });
    }
    return measured.length === 0
      ? quarantined('row-missing-value', {}, measures[0]?.header ?? null)
      : { sdkAppId, day: start.day, measured };
  };
}
