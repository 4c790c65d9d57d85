// Writes the large usage export that the benchmarks read: deterministic, in the provider's own format.
import { closeSync, openSync, writeSync } from 'node:fs';

const HEADER =
  '日期,UIN,产品名称,子产品名称,计费项,计费细项,用量开始时间,用量结束时间,SdkAppId,属性,用量单位,标准用量,抵扣用量,抵扣余量';
const TIERS = ['语音', '标清', '高清', '全高清'];
const PIECE = 5000;

const pad = (value) => String(value).padStart(2, '0');
const clock = (minutes) => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}:00`;

/** One row a day for each of six tiers of so many applications, through the days of 2023: the year. */
export function writeYear(path, apps, days) {
  const tiers = [...TIERS, '2K', '4K'];
  const file = openSync(path, 'w');
  writeSync(file, `\uFEFF${HEADER}\n`);
  for (let index = 0; index < days; index++) {
    const day = new Date(Date.UTC(2023, 0, 1 + index)).toISOString().slice(0, 10);
    let text = '';
    for (let app = 0; app < apps; app++)
      tiers.forEach((tier, place) => {
        const tenths = ((index * apps + app) * tiers.length + place) * 104_729;
        const value = ((tenths % 90_000_000) / 10_000).toFixed(4);
        text +=
          `${day},100012345678,实时音视频,实时音视频-音视频通话,时长,订阅时长,` +
          `${day} 00:00:00,${day} 23:59:59,${1400000000 + app},${tier},分钟,${value},0,${value}\n`;
      });
    writeSync(file, text);
  }
  closeSync(file);
}

/** `rows` usage rows of five minutes: 288 a day, four tiers, as many applications as are needed for 31 days. */
export function writeUsage(path, rows) {
  const file = openSync(path, 'w');
  writeSync(file, `\uFEFF${HEADER}\n`);
  const apps = Math.max(1, Math.ceil(rows / (31 * 288 * TIERS.length)));
  let text = '';
  for (let row = 0; row < rows; row++) {
    const tier = row % TIERS.length;
    const app = Math.floor(row / TIERS.length) % apps;
    const slot = Math.floor(row / (TIERS.length * apps));
    const day = `2023-06-${pad(1 + (Math.floor(slot / 288) % 30))}`;
    const minutes = (slot % 288) * 5;
    const end = minutes + 5 === 1440 ? '23:59:59' : clock(minutes + 5);
    const tenths = (row * 7919) % 30000;
    const value = (tenths / 10000).toFixed(4);
    text +=
      `${day},100012345678,实时音视频,实时音视频-音视频通话,时长,订阅时长,` +
      `${day} ${clock(minutes)},${day} ${end},${1400000000 + app},${TIERS[tier]},分钟,${value},0,${value}\n`;
    if (row % PIECE === PIECE - 1) {
      writeSync(file, text);
      text = '';
    }
  }
  writeSync(file, text);
  closeSync(file);
}
