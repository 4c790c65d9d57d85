import type { AdviceRow } from '../../../shared/contract/estimates';
import { amountText, countText, decimalsOf } from '../../engine/locale/number-text';
import { sentence } from '../../engine/locale/sentence';
import type { Terminal } from '../session/terminal';
import { textTable } from './text-table';

/** What to buy, what it costs, what is left over; or that nothing is cheaper than pay-as-you-go. */
export function adviceText(advice: AdviceRow, { language }: Terminal): string {
  const say = (key: string, params = {}) => sentence(language, `estimate:${key}`, params);
  const { payAsYouGo, packages, packagePrice, rest, total, saving } = advice;
  if (advice.offers === 0) return `${say('noOffers')}\n`;
  if (packages.length === 0) return `${say('noneCheaper')}\n`;
  const money = [payAsYouGo, ...packages.map(({ price }) => price), rest, total, saving];
  const decimals = decimalsOf(money);
  const amount = (value: string) => amountText(value, decimals);
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
    `${say('saving', { savingAmount: saving, fullAmount: payAsYouGo, packageAmount: packagePrice })}\n`,
    `${say('unused', unused)}\n`,
  ].join('');
}
