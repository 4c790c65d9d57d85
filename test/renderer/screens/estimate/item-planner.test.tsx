import { describe, expect, it } from 'vitest';
import { plannedItemRow } from '../../../../src/main/engine/estimate/estimate-rows';
import {
  chosenItem,
  isItemAskable,
  minutesUsed,
  PLAIN_ITEM,
  pricedItems,
  quantityOf,
} from '../../../../src/renderer/screens/estimate/item-plan';
import { ItemResult } from '../../../../src/renderer/screens/estimate/ItemEstimate';
import { unstatedAccount } from '../../../../src/shared/account/defaults';
import type { Item } from '../../../../src/shared/catalog/item';
import { plannedItemSchema } from '../../../../src/shared/contract/planned-item';
import { LANGUAGES } from '../../../../src/shared/contract/languages';
import type { PriceRow } from '../../../../src/shared/contract/prices';
import { planItem } from '../../../../src/shared/estimate/planned-item';
import { decimal } from '../../../../src/shared/money/decimal';
import { day } from '../../../../src/shared/period/day';
import { shippedPriceBook } from '../../../support/price-books';
import { drawn, textOf } from '../../golden/drawn';

/** The engine's own answer, as it crosses to the window. */
function answerOf(item: Item, quantity: string) {
  const [account, priceBook] = [unstatedAccount('cn'), shippedPriceBook('cn')];
  const on = day('2023-06-01');
  const planned = planItem({ account, priceBook, item, quantity: decimal(quantity), on });
  return plannedItemSchema.parse(
    planned.ok
      ? { kind: 'planned-item', site: 'cn', ...plannedItemRow(planned.value) }
      : { kind: 'problem', problem: planned.error, on },
  );
}

const priced = (item: Item, unit: PriceRow['unit'], to: string | null = null): PriceRow => ({
  id: item,
  era: 'X',
  item,
  from: day('2020-01-01'),
  to: to === null ? null : day(to),
  price: '1',
  unit,
  pricedAs: null,
  conditions: [],
  citation: { document: 'd', date: '2020', printed: 'p', evidence: 'seen' },
});
const used = (item: string, seconds: number) => ({ day: day('2023-06-01'), key: item, seconds });

describe('what can be planned', () => {
  const items = pricedItems([
    priced('av.hd', '1000-minutes', '2022-06-01'),
    priced('av.hd', '1000-minutes'),
    priced('transcoding.audio', '1000-minutes', '2022-06-01'),
    priced('recording.mixed.hd', '1000-minutes'),
    priced('dashboard.basic-month', 'month'),
  ]);

  it('is each item with a price for days to come, once', () => {
    expect(items.map(({ item }) => item)).toEqual([
      'av.hd',
      'recording.mixed.hd',
      'dashboard.basic-month',
    ]);
  });

  it('begins with what the other calculators do not know', () => {
    expect(chosenItem(PLAIN_ITEM, items)?.item).toBe('recording.mixed.hd');
    expect(chosenItem({ ...PLAIN_ITEM, item: 'av.hd' }, items)?.item).toBe('av.hd');
    expect(chosenItem({ ...PLAIN_ITEM, item: 'transcoding.audio' }, items)?.item).toBe(
      'recording.mixed.hd',
    );
    expect(chosenItem(PLAIN_ITEM, [])).toBeNull();
  });

  it('begins at what the month used, in whole minutes, until a quantity was typed', () => {
    const [, recording, fee] = items;
    if (!recording || !fee) throw new Error('items');
    const series = [
      used('recording.mixed.hd', 61),
      used('av.hd', 600),
      used('recording.mixed.hd', 1),
    ];
    expect(minutesUsed(series, recording)).toBe(2);
    expect(quantityOf(PLAIN_ITEM, recording, series)).toBe('2');
    expect(quantityOf({ ...PLAIN_ITEM, quantity: '' }, recording, series)).toBe('');
    expect(quantityOf(PLAIN_ITEM, recording, [])).toBe('1000');
    expect(quantityOf(PLAIN_ITEM, fee, [used('dashboard.basic-month', 60)])).toBe('1');
  });

  it('is asked only with a number, and a day of the calendar or none', () => {
    expect(isItemAskable('2.5', '')).toBe(true);
    expect(isItemAskable('2', '2023-06-30')).toBe(true);
    for (const quantity of ['', '-1', '1e3', '1,000'])
      expect(isItemAskable(quantity, '')).toBe(false);
    expect(isItemAskable('2', '2023-06-31')).toBe(false);
  });
});

describe.each(LANGUAGES)('in %s', (language) => {
  it('an item has its sum, its unit price, each formula and the source of the price', async () => {
    const page = textOf(
      await drawn(<ItemResult answer={answerOf('recording.mixed.hd', '12345.5')} />, language),
    );
    // 12,346 minutes / 1,000 at 16.00; G52 of the rulebook has the price.
    const answer = answerOf('recording.mixed.hd', '12345.5');
    if (answer.kind === 'problem') throw new Error(answer.problem);
    expect(page).toContain('12,346');
    expect(page).toContain('12,345.5');
    expect(page).toContain('2023-06-01');
    for (const { citation } of answer.steps)
      if (citation) expect(page).toContain(citation.document);
    expect(page).not.toMatch(/\{\{|undefined|NaN|[a-z-]+:steps\//);
  });

  it('what cannot be planned is a sentence with its day, and names no option of the terminal', async () => {
    const page = textOf(
      await drawn(
        <ItemResult answer={{ kind: 'problem', problem: 'no-price', on: day('2001-01-05') }} />,
        language,
      ),
    );
    expect(page).toContain('2001-01-05');
    const days = await drawn(
      <ItemResult answer={{ kind: 'problem', problem: 'bad-days', on: day('2023-06-01') }} />,
      language,
    );
    expect(textOf(days)).toContain('31');
    expect(textOf(days)).not.toContain('--');
  });
});
