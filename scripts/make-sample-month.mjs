// Writes resources/sample-month: one month of an invented account, its usage, and a bill with seven planted mistakes.
//
// Deterministic, and on purpose without a line of the engine: it draws down, prices and sums with its own BigInt
// arithmetic, and writes what it knows to planted.json, which a test then holds against the audit.
// Usage: node scripts/make-sample-month.mjs [folder]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const FOLDER = resolve(
  process.argv[2] ?? join(import.meta.dirname, '..', 'resources', 'sample-month'),
);
const UIN = '100012345678';
const MONTH = '2023-06';
const DAYS = Array.from({ length: 30 }, (_, i) => `${MONTH}-${String(i + 1).padStart(2, '0')}`);

/** Prices in CNY per 1,000 minutes on the China site from 2022-06-01, package minutes per minute, and the names used. */
const TIERS = [
  { item: 'av.audio', price: 7n, ratio: 1n, attribute: '语音', component: '语音时长' },
  { item: 'av.sd', price: 14n, ratio: 2n, attribute: '标清', component: '标清视频时长' },
  { item: 'av.hd', price: 28n, ratio: 4n, attribute: '高清', component: '高清视频时长' },
  { item: 'av.fhd', price: 63n, ratio: 9n, attribute: '全高清', component: '全高清视频时长' },
  { item: 'av.2k', price: 112n, ratio: 16n, attribute: '2K', component: '2K视频时长' },
  { item: 'av.4k', price: 252n, ratio: 36n, attribute: '4K', component: '4K视频时长' },
];
const TIER_OF = new Map(TIERS.map((tier) => [tier.item, tier]));
const FHD_PRICE_BEFORE_2022_06 = 105n;
const HD_DISCOUNT_TENTHS = 9n;

/** `base` is minutes on an ordinary day, `week` percent of it from Sunday to Saturday. */
const APPS = [
  {
    sdkAppId: '1400123456',
    name: '课堂',
    createdOn: '2023-06-01',
    week: [120, 95, 100, 100, 105, 110, 140],
    base: { 'av.audio': 3000, 'av.sd': 200, 'av.hd': 2000, 'av.fhd': 120 },
  },
  {
    sdkAppId: '1400654321',
    name: '在线客服',
    createdOn: '2023-06-01',
    week: [20, 115, 105, 100, 100, 95, 30],
    base: { 'av.audio': 1500, 'av.sd': 400 },
  },
  {
    sdkAppId: '1400777001',
    name: '直播间',
    createdOn: '2023-06-05',
    week: [180, 60, 60, 70, 80, 150, 200],
    base: { 'av.audio': 900, 'av.hd': 800, 'av.fhd': 300, 'av.2k': 60, 'av.4k': 8 },
  },
];
const APP_OF = new Map(APPS.map((app) => [app.sdkAppId, app]));

/** The account starts small: percent of ordinary use on its first days. */
const RAMP = [10, 18, 25, 30, 60];

const TRIAL_MINUTES = 10_000n;
const PACKAGE = {
  id: '2000009001',
  minutes: 250_000n,
  purchasedAt: '2023-06-08T08:12:33',
  price: 1588n,
};

/** How the account's owner cites the contract. */
const CONTRACT = 'YK-2023-017, annex 2';

/** What people call the account and its parts in the languages of the window; nothing is computed with it. */
const NAMES = {
  en: {
    name: 'Sample Cloud Classroom',
    apps: { 1400123456: 'Classroom', 1400654321: 'Help desk', 1400777001: 'Live room' },
    packages: { [PACKAGE.id]: 'Package 250,000 min' },
    references: { [CONTRACT]: CONTRACT },
  },
  'zh-CN': {
    name: '示例云课堂',
    apps: { 1400123456: '课堂', 1400654321: '在线客服', 1400777001: '直播间' },
    packages: { [PACKAGE.id]: '音视频包 250000min' },
    references: { [CONTRACT]: 'YK-2023-017 附件二' },
  },
  ko: {
    name: '예시 클라우드 교실',
    apps: { 1400123456: '강의실', 1400654321: '고객 상담', 1400777001: '라이브 방송' },
    packages: { [PACKAGE.id]: '패키지 250,000분' },
    references: { [CONTRACT]: 'YK-2023-017, 별첨 2' },
  },
};

/** The seven mistakes: what is wrong with the bill, and where. Amounts follow from the arithmetic below. */
const MISTAKES = [
  { cause: 'trial-not-applied', day: '2023-06-03', sdkAppId: '1400123456', item: 'av.hd' },
  { cause: 'package-not-applied', day: '2023-06-13', sdkAppId: '1400777001', item: 'av.fhd' },
  { cause: 'old-price', day: '2023-06-22', sdkAppId: '1400777001', item: 'av.fhd' },
  { cause: 'duplicate-line', day: '2023-06-24', sdkAppId: '1400123456', item: 'av.audio' },
  { cause: 'discount-missing', day: '2023-06-26', sdkAppId: '1400123456', item: 'av.hd' },
  { cause: 'bill-arithmetic', day: '2023-06-28', sdkAppId: '1400777001', item: 'av.hd' },
  { cause: 'line-missing', day: '2023-06-29', sdkAppId: '1400123456', item: 'av.fhd' },
];
/** The line that contradicts itself is printed this much too high. */
const ARITHMETIC_SLIP = 100n;

// Money is counted in units of 10^-8 CNY, as a bill prints it.
const E8 = 100_000_000n;
const print8 = (units) => {
  const digits = (units < 0n ? -units : units).toString().padStart(9, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -8)}.${digits.slice(-8)}`;
};
const plain = (units) => print8(units).replace(/\.?0+$/, '');
const toCents = (units) => {
  const cent = E8 / 100n;
  const half = cent / 2n;
  return units < 0n ? -(((-units + half) / cent) * cent) : ((units + half) / cent) * cent;
};
const sum = (values) => values.reduce((total, value) => total + value, 0n);
const nextDay = (day) => (day === '2023-06-30' ? '2023-07-01' : DAYS[DAYS.indexOf(day) + 1]);
const keyOf = (row) => `${row.day}/${row.sdkAppId}/${row.item}`;

/** A repeatable number from 0 to 999 for a place in the month (an integer hash, no random source). */
function jitter(text) {
  let hash = 2_166_136_261;
  for (const char of text) hash = Math.imul(hash ^ char.codePointAt(0), 16_777_619) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507) >>> 0;
  return ((hash ^ (hash >>> 13)) >>> 0) % 1000;
}

/** Whole minutes of use per day, application and item, as the daily usage detail states them. */
function makeUsage() {
  return DAYS.flatMap((day, index) =>
    APPS.filter((app) => app.createdOn <= day).flatMap((app) =>
      Object.entries(app.base).map(([item, base]) => {
        const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
        const percent = app.week[weekday] * (RAMP[index] ?? 100);
        const permille = 850 + (jitter(`${day}/${app.sdkAppId}/${item}`) * 3) / 10;
        const minutes = Math.floor((base * percent * Math.floor(permille)) / 10_000_000);
        return { day, sdkAppId: app.sdkAppId, item, minutes: BigInt(minutes) };
      }),
    ),
  ).filter((row) => row.minutes > 0n);
}

/** Trial first (one for one), then the package (by ratio, whole minutes), the day's rows by item, then application. */
function drawDown(usage) {
  let trialLeft = TRIAL_MINUTES;
  let packageLeft = PACKAGE.minutes;
  const order = TIERS.map((tier) => tier.item);
  const inOrder = [...usage].sort(
    (a, b) =>
      a.day.localeCompare(b.day) ||
      order.indexOf(a.item) - order.indexOf(b.item) ||
      a.sdkAppId.localeCompare(b.sdkAppId),
  );
  const least = (a, b) => (a < b ? a : b);
  const rows = inOrder.map((row) => {
    const trial = least(row.minutes, trialLeft);
    trialLeft -= trial;
    const { ratio } = TIER_OF.get(row.item);
    const usable = row.day >= PACKAGE.purchasedAt.slice(0, 10);
    const packed = usable ? least(row.minutes - trial, packageLeft / ratio) : 0n;
    packageLeft -= packed * ratio;
    return { ...row, trial, packed, billable: row.minutes - trial - packed };
  });
  return { rows, trialLeft, packageLeft };
}

/** One line as the bill prints it; every number follows from minutes, list price and discount. */
function settle(row, minutes, list, discountTenths) {
  const unitPrice = (list * E8 * discountTenths) / 10n;
  return {
    day: row.day,
    sdkAppId: row.sdkAppId,
    item: row.item,
    minutes,
    list: list * E8,
    unitPrice,
    discount: discountTenths === 10n ? '1' : `0.${discountTenths}`,
    original: (minutes * list * E8) / 1000n,
    amount: (minutes * unitPrice) / 1000n,
  };
}

const rightDiscount = (item) => (item === 'av.hd' ? HD_DISCOUNT_TENTHS : 10n);
const rightLine = (row, minutes) =>
  settle(row, minutes, TIER_OF.get(row.item).price, rightDiscount(row.item));

/** The lines that the bill should have held, and those it holds: the same but for the mistakes. */
function makeLines(rows) {
  const mistakeAt = new Map(MISTAKES.map((mistake) => [keyOf(mistake), mistake.cause]));
  const right = rows.filter((row) => row.billable > 0n).map((row) => rightLine(row, row.billable));
  const billed = rows.flatMap((row) => {
    const line = rightLine(row, row.billable);
    switch (mistakeAt.get(keyOf(row))) {
      case 'trial-not-applied':
      case 'package-not-applied':
        return [rightLine(row, row.minutes)];
      case 'old-price':
        return [settle(row, row.billable, FHD_PRICE_BEFORE_2022_06, 10n)];
      case 'discount-missing':
        return [settle(row, row.billable, TIER_OF.get(row.item).price, 10n)];
      case 'bill-arithmetic':
        return [{ ...line, amount: line.amount + ARITHMETIC_SLIP * E8 }];
      case 'duplicate-line':
        return [line, line];
      case 'line-missing':
        return [];
      default:
        return row.billable > 0n ? [line] : [];
    }
  });
  return { right, billed };
}

const amountAt = (lines, place) =>
  sum(lines.filter((line) => keyOf(line) === keyOf(place)).map((line) => line.amount));

const BILL_HEADER =
  '支付者UIN,使用者UIN,操作者UIN,产品名称,计费模式,项目名称,地域,可用区,国内国际,资源ID,实例名称,子产品名称,交易类型,订单ID,交易ID,扣费时间,开始使用时间,结束使用时间,组件类型,组件名称,组件刊例价,组件单价,组件价格单位,组件用量,组件用量单位,使用时长,时长单位,组件原价,折扣率,优惠后总价,代金券支出(元),赠送账户支出(元),现金账户支出(元)';
const USAGE_HEADER =
  '日期,UIN,产品名称,子产品名称,计费项,计费细项,用量开始时间,用量结束时间,SdkAppId,属性,用量单位,标准用量,抵扣用量,抵扣余量';

/** Lines are paid from the voucher, then from free credit, then in cash, in the order of their charge. */
function makePayment() {
  let voucher = 100n * E8;
  let credit = 50n * E8;
  return (amount) => {
    const fromVoucher = amount < voucher ? amount : voucher;
    voucher -= fromVoucher;
    const rest = amount - fromVoucher;
    const fromCredit = rest < credit ? rest : credit;
    credit -= fromCredit;
    return [fromVoucher, fromCredit, rest - fromCredit].map(print8);
  };
}

function billFile(billed, precision) {
  const pay = makePayment();
  const serials = new Map();
  const settlement = billed.map((line) => {
    const chargedOn = nextDay(line.day);
    const serial = (serials.get(chargedOn) ?? 0) + 1;
    serials.set(chargedOn, serial);
    const second = String(10 + serial).padStart(2, '0');
    const chargedAt = `${chargedOn} 10:01:${second}`;
    const transaction = `${chargedOn.replaceAll('-', '')}00000000${String(100_000 + serial)}`;
    return {
      chargedAt,
      amount: line.amount,
      head: `${UIN},${UIN},${UIN},实时音视频,按量计费,默认项目,华南地区（广州）,其他,国内,${line.sdkAppId},${APP_OF.get(line.sdkAppId).name},实时音视频-音视频通话,按量计费日结,-,${transaction},${chargedAt},${line.day} 00:00:00,${line.day} 23:59:59,时长,${TIER_OF.get(line.item).component},${print8(line.list)},${print8(line.unitPrice)},元/千分钟/天,${print8((line.minutes * E8) / 1000n)},千分钟,1.00000000,天,${print8(line.original)},${line.discount}`,
    };
  });
  const packagePrice = PACKAGE.price * E8;
  const bought = PACKAGE.purchasedAt.replace('T', ' ');
  const purchase = {
    chargedAt: bought,
    amount: packagePrice,
    head: `${UIN},${UIN},${UIN},实时音视频,包年包月,默认项目,华南地区（广州）,其他,国内,${PACKAGE.id},,实时音视频-音视频通话,包年包月新购,20230608400001234567891,20230608400001234567891,${bought},${bought},2024-06-30 23:59:59,音视频通话-固定套餐包,实时音视频-音视频通话-固定套餐包,${print8(packagePrice)},${print8(packagePrice)},元/个/月,1.00000000,个,1.00000000,月,${print8(packagePrice)},1`,
  };
  const server = {
    chargedAt: '2023-06-01 02:15:00',
    amount: (34n * E8) / 100n,
    head: `${UIN},${UIN},${UIN},云服务器CVM,按量计费,默认项目,华南地区（广州）,其他,国内,ins-0a1b2c3d,"web,front",云服务器CVM-标准型S5,按量计费小时结,-,202306010000000020001,2023-06-01 02:15:00,2023-06-01 01:00:00,2023-06-01 01:59:59,运算组件,运算组件-标准型S5-2核4G,0.34000000,0.34000000,元/个/小时,1.00000000,个,1.00000000,小时,0.34000000,1`,
  };
  const rows = [server, purchase, ...settlement]
    .sort((a, b) => a.chargedAt.localeCompare(b.chargedAt))
    .map((row) => [row.head, print8(row.amount), ...pay(row.amount)].join(','));
  const moved = print8(precision);
  const precisionRow = `${UIN},${UIN},${UIN},月度计费精度差异,按量计费,扣费精度补偿,其他,其他,其他,${UIN}(UIN),扣费精度补偿,月度计费精度差异,月度计费精度差异,-,-,2023-07-01 00:00:00,2023-06-01 00:00:00,2023-06-30 23:59:59,月度计费精度差异,月度计费精度差异,-,${moved},元/月,-,-,-,-,${moved},-,${moved},0.00000000,0.00000000,${moved}`;
  const other = packagePrice + server.amount + precision;
  return { text: csv([BILL_HEADER, ...rows, precisionRow]), otherLines: other };
}

function usageFile(rows) {
  const byPlace = [...rows].sort(
    (a, b) => a.day.localeCompare(b.day) || a.sdkAppId.localeCompare(b.sdkAppId),
  );
  return csv([
    USAGE_HEADER,
    ...byPlace.map(
      (row) =>
        `${row.day},${UIN},实时音视频,实时音视频-音视频通话,时长,订阅时长,${row.day} 00:00:00,${row.day} 23:59:59,${row.sdkAppId},${TIER_OF.get(row.item).attribute},分钟,${row.minutes},${row.trial + row.packed},${row.billable}`,
    ),
  ]);
}

const csv = (lines) => `\uFEFF${lines.join('\r\n')}\r\n`;
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

const ACCOUNT = {
  name: '示例云课堂',
  site: 'cn',
  uin: UIN,
  registeredOn: '2023-05-22',
  firstAppOn: '2023-06-01',
  apps: APPS.map(({ sdkAppId, name, createdOn }) => ({ sdkAppId, name, createdOn })),
  payAsYouGo: { enabledOn: '2023-06-01', method: 'first-app' },
  trial: { grantedOn: '2023-06-01', minutes: Number(TRIAL_MINUTES) },
  packages: [
    {
      id: PACKAGE.id,
      name: '音视频包 250000min',
      minutes: Number(PACKAGE.minutes),
      purchasedAt: PACKAGE.purchasedAt,
      expiresOn: '2024-06-30',
      price: `${PACKAGE.price}.00`,
      apps: [],
    },
  ],
  contract: [{ item: 'av.hd', discount: '0.9', from: '2023-06-01', reference: CONTRACT }],
  policy: {},
};

const { rows, trialLeft, packageLeft } = drawDown(makeUsage());
const { right, billed } = makeLines(rows);
const deductions = Map.groupBy(billed, (line) => nextDay(line.day));
const precision = sum(
  [...deductions.values()].map((lines) => {
    const exact = sum(lines.map((line) => line.amount));
    return toCents(exact) - exact;
  }),
);
const bill = billFile(billed, precision);
const totalBilled = sum(billed.map((line) => line.amount));
const totalExpected = sum(right.map((line) => line.amount));
const lastDay = (of) => rows.filter((row) => of(row) > 0n).at(-1).day;

const planted = {
  period: { from: '2023-06-01', to: '2023-07-01' },
  totals: {
    billed: plain(totalBilled),
    expected: plain(totalExpected),
    difference: plain(totalBilled - totalExpected),
    otherLines: plain(bill.otherLines),
  },
  drawdowns: {
    trial: { minutes: Number(TRIAL_MINUTES - trialLeft), lastDay: lastDay((row) => row.trial) },
    package: {
      minutes: Number(PACKAGE.minutes - packageLeft),
      left: Number(packageLeft),
      lastDay: lastDay((row) => row.packed),
    },
  },
  usageRows: rows.length,
  settlementLines: billed.length,
  mistakes: MISTAKES.map((mistake) => ({
    ...mistake,
    amount: plain(amountAt(billed, mistake) - amountAt(right, mistake)),
  })),
};

mkdirSync(FOLDER, { recursive: true });
writeFileSync(join(FOLDER, 'account.json'), json(ACCOUNT));
writeFileSync(join(FOLDER, 'names.json'), json(NAMES));
writeFileSync(join(FOLDER, 'usage-2023-06.csv'), usageFile(rows));
writeFileSync(join(FOLDER, 'bill-2023-06.csv'), bill.text);
writeFileSync(join(FOLDER, 'planted.json'), json(planted));
