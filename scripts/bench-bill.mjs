// Writes usage and the bill that follows from it, for the bench of comparing and explaining.
import { closeSync, openSync, writeSync } from 'node:fs';

const USAGE =
  '日期,UIN,产品名称,子产品名称,计费项,计费细项,用量开始时间,用量结束时间,SdkAppId,属性,用量单位,标准用量,抵扣用量,抵扣余量';
const BILL =
  '支付者UIN,使用者UIN,产品名称,计费模式,资源ID,子产品名称,交易类型,交易ID,扣费时间,开始使用时间,结束使用时间,' +
  '组件类型,组件名称,组件刊例价,组件单价,组件价格单位,组件用量,组件用量单位,使用时长,时长单位,组件原价,折扣率,优惠后总价';
/** Names in the exports, and the price per 1,000 minutes as a whole number. */
const TIERS = [
  ['语音', '语音时长', 7],
  ['标清', '标清视频时长', 14],
  ['高清', '高清视频时长', 28],
  ['全高清', '全高清视频时长', 63],
];
const DAYS = 30;
/** 5-minute rows of each (day, application, tier). */
export const ROWS_PER_LINE = 5;
const pad = (value) => String(value).padStart(2, '0');
const fixed8 = (units) => `${Math.floor(units / 1e8)}.${String(units % 1e8).padStart(8, '0')}`;

/** Mistakes a line can hold, one after the other: minutes and list price as they are printed. */
const MISTAKES = [
  ({ minutes, price }) => ({ minutes: minutes + 1234, price }),
  ({ minutes, price }) => ({ minutes, price: price === 7 ? 14 : 7 }),
  ({ minutes, rowMinutes, price }) => ({ minutes: rowMinutes, price }),
  ({ minutes, price }) => ({ minutes: minutes + 1, price }),
  ({ minutes, price }) => ({ minutes, price: price + 3.5 }),
];

/**
 * Usage of `lines` charges with five rows each, and a bill that agrees with it but for `differences` lines.
 * Deterministic. Answers how many lines there are.
 */
export function writeUsageAndBill(usagePath, billPath, lines, differences) {
  const [usage, bill] = [openSync(usagePath, 'w'), openSync(billPath, 'w')];
  writeSync(usage, `\uFEFF${USAGE}\n`);
  writeSync(bill, `\uFEFF${BILL}\n`);
  const apps = Math.ceil(lines / DAYS / TIERS.length);
  const every =
    differences === 0 ? Infinity : Math.floor((apps * DAYS * TIERS.length) / differences);
  let line = 0;
  for (let index = 0; index < DAYS; index++) {
    const day = `2023-06-${pad(index + 1)}`;
    const charged = `${index + 2 > DAYS ? '2023-07-01' : `2023-06-${pad(index + 2)}`} 10:00:00`;
    const texts = { usage: '', bill: '' };
    for (let app = 0; app < apps; app++)
      TIERS.forEach(([tier, component, price], place) => {
        const id = 1400000000 + app;
        let [seconds, rowMinutes] = [0, 0];
        for (let row = 0; row < ROWS_PER_LINE; row++) {
          const of = (((line * ROWS_PER_LINE + row) * 7919) % 9000) + 1;
          seconds += of;
          rowMinutes += Math.ceil(of / 60);
          const start = `${day} ${pad(row * 4 + place)}:05:00`;
          texts.usage +=
            `${day},100012345678,实时音视频,实时音视频-音视频通话,时长,订阅时长,` +
            `${start},${day} ${pad(row * 4 + place)}:10:00,${id},${tier},秒,${of},0,${of}\n`;
        }
        const right = { minutes: Math.ceil(seconds / 60), rowMinutes, price };
        line += 1;
        const wrong = line % every === 0 ? MISTAKES[(line / every) % MISTAKES.length] : null;
        const said = wrong ? wrong(right) : right;
        const amount = fixed8(Math.round(said.minutes * said.price * 10) * 1e4);
        texts.bill +=
          `100012345678,100012345678,实时音视频,按量计费,${id},实时音视频-音视频通话,按量计费日结,` +
          `20230602${String(line).padStart(12, '0')},${charged},${day} 00:00:00,${day} 23:59:59,` +
          `时长,${component},${said.price.toFixed(8)},${said.price.toFixed(8)},元/千分钟/天,` +
          `${(said.minutes / 1000).toFixed(8)},千分钟,1.00000000,天,${amount},1,${amount}\n`;
      });
    writeSync(usage, texts.usage);
    writeSync(bill, texts.bill);
  }
  closeSync(usage);
  closeSync(bill);
  return line;
}
