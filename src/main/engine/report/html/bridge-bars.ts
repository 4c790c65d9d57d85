import type { Language } from '../../../../shared/contract/fields';
import { amountText, signedAmountText } from '../../locale/number-text';
import { sentence, term } from '../../locale/sentence';
import { bridgePicture } from '../bridge-spans';
import type { ReportSource } from '../report-source';
import { escaped } from './html-text';

const WIDTH = 240;

/** The id of the table with the bars. */
export const BARS_TABLE = 'way';

/** The way from the expected to the billed amount, as a table whose last column draws it. */
export function* bridgeBars(source: ReportSource, language: Language): Generator<string> {
  const say = (key: string) => escaped(sentence(language, `report:${key}`));
  yield `<table id="${BARS_TABLE}">\n`;
  yield `<thead><tr><th scope="col">${say('columns/cause')}</th><th scope="col" class="n">${say('columns/amount')}</th><th scope="col" class="n">${say('columns/comparisons')}</th><td class="b"></td></tr></thead><tbody>\n`;
  const { spans, fromZero } = bridgePicture(source.run);
  for (const { name, amount, comparisons, from, to, tone } of spans) {
    const label =
      tone === 'whole' ? term(language, 'headline', name) : term(language, 'causes', name);
    const bar = `<svg class="bar" viewBox="0 0 ${WIDTH} 14" preserveAspectRatio="none" aria-hidden="true"><rect class="${tone}" x="${(from * WIDTH).toFixed(1)}" y="2" width="${Math.max(1, (to - from) * WIDTH).toFixed(1)}" height="10"></rect></svg>`;
    const sum = tone === 'whole' ? amountText(amount) : signedAmountText(amount);
    yield `<tr><th scope="row">${escaped(label)}</th><td class="n ${tone}">${escaped(sum)}</td><td class="n">${comparisons ?? ''}</td><td>${bar}</td></tr>\n`;
  }
  yield '</tbody></table>\n';
  if (!fromZero) yield `<p class="note">${say('pdf/axis')}</p>\n`;
}
