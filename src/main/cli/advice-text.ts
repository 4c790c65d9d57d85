import type { Advice } from '../../shared/estimate/advisor';
import { toText } from '../../shared/money/decimal';
import { amountText, countText, decimalsOf } from '../engine/locale/number-text';
import { sentence } from '../engine/locale/sentence';
import type { Terminal } from './terminal';
import { textTable } from './text-table';

/** An advice as JSON: money is decimal text, minutes are whole numbers. */
export function adviceJson(advice: Advice) {
  const { payAsYouGo, packagePrice, rest, total, saving, packages, ...plain } = advice;
  return {
    ...plain,
    payAsYouGo: toText(payAsYouGo),
    packages: packages.map((one) => ({ ...one, price: toText(one.price) })),
    packagePrice: toText(packagePrice),
    rest: toText(rest),
    total: toText(total),
    saving: toText(saving),
  };
}

/** What to buy, what it costs, what is left over; or that nothing is cheaper than pay-as-you-go. */
export function adviceText(advice: Advice, { language }: Terminal): string {
  const say = (key: string, params = {}) => sentence(language, `estimate:${key}`, params);
  const { payAsYouGo, packages, packagePrice, rest, total, saving } = advice;
  if (advice.offers === 0) return `${say('noOffers')}\n`;
  if (packages.length === 0) return `${say('noneCheaper')}\n`;
  const money = [payAsYouGo, ...packages.map(({ price }) => price), rest, total, saving].map(
    toText,
  );
  const decimals = decimalsOf(money);
  const amount = (value: Advice['total']) => amountText(toText(value), decimals);
  const table = textTable(
    [
      { heading: say('package'), align: 'left' },
      { heading: say('size'), align: 'right' },
      { heading: say('count'), align: 'right' },
      { heading: say('amount'), align: 'right' },
    ],
    [
      ...packages.map(({ custom, minutes, count, price }) => [
        say(custom ? 'customSize' : 'fixedSize'),
        countText(minutes),
        countText(count),
        amount(price),
      ]),
      [say('rest'), '', '', amount(rest)],
    ],
    [say('total'), '', '', amount(total)],
  );
  const unused = {
    usedMinutes: advice.usedPackageMinutes,
    unusedMinutes: advice.unusedPackageMinutes,
    through: advice.usableThrough,
  };
  return [
    table,
    `${say('saving', { savingAmount: toText(saving), fullAmount: toText(payAsYouGo), packageAmount: toText(packagePrice) })}\n`,
    `${say('unused', unused)}\n`,
  ].join('');
}
