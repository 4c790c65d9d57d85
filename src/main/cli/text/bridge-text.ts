import type { Run } from '../../../shared/contract/audits';
import type { BridgePartRow } from '../../../shared/contract/bridges';
import { decimal, sum, toText } from '../../../shared/money/decimal';
import type { BridgeDimension } from '../../../shared/reconcile/bridge/bridge-by';
import { amountText, countText, decimalsOf } from '../../engine/locale/number-text';
import { sentence, term } from '../../engine/locale/sentence';
import { bridgePartName } from '../../engine/report/tables/bridge-table';
import { signed } from './audit-text';
import type { Terminal } from '../session/terminal';
import { textTable } from './text-table';

/** More parts belong into a report; the terminal shows those with the largest differences. */
const PARTS_SHOWN = 50;

/** The bridge of a run in parts, each from its expected to its billed amount, and the whole below. */
export function bridgeText(
  { language, say }: Terminal,
  run: Run,
  by: BridgeDimension,
  parts: readonly BridgePartRow[],
): string {
  const own = (key: string, params = {}) => sentence(language, `bridge:${key}`, params);
  const apart = parts.filter(({ steps }) => steps.length > 0);
  const equal = parts.filter(({ steps }) => steps.length === 0);
  const shown = apart.slice(0, PARTS_SHOWN);
  const whole = { ...run.totals, steps: run.bridge };
  const equalSum = toText(sum(equal.map(({ expected }) => decimal(expected))));
  const decimals = decimalsOf(
    [...shown, whole].flatMap(({ expected, billed, steps }) => [
      expected,
      billed,
      ...steps.map(({ amount }) => amount),
    ]),
  );
  const rowsOf = (
    name: string,
    { expected, billed, steps }: Pick<BridgePartRow, 'expected' | 'billed' | 'steps'>,
  ) => [
    [name, term(language, 'headline', 'expected'), '', amountText(expected, decimals)],
    ...steps.map((step) => [
      '',
      term(language, 'causes', step.cause),
      countText(step.comparisons),
      signed(step.amount, decimals),
    ]),
    ['', term(language, 'headline', 'billed'), '', amountText(billed, decimals)],
  ];
  const table = textTable(
    [
      { heading: own(by), align: 'left' },
      { heading: own('step'), align: 'left' },
      { heading: say('table/lines'), align: 'right' },
      { heading: run.currency, align: 'right' },
    ],
    [
      ...shown.flatMap((part) => rowsOf(bridgePartName(part, by, language), part)),
      ...(equal.length === 0
        ? []
        : [
            [
              own('others', { count: equal.length }),
              own('equal'),
              '',
              amountText(equalSum, decimals),
            ],
          ]),
      ...rowsOf(own('all'), whole),
    ],
  );
  const hidden = apart.length - shown.length;
  const more = hidden > 0 ? `${own('more', { count: hidden })}\n` : '';
  return `${own(`of/${by}`)}\n\n${table}${more}`;
}
