import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SAMPLE = join(import.meta.dirname, '../../resources/sample-month');
const APPS = ['1400123456', '1400654321', '1400777001'];
const RESTATED_DAY = '2023-06-28';
/** Text that a spreadsheet would run, as a name or note that people can give. */
export const FORMULA = '=HYPERLINK("http://example.com","x")';

/** The files of one large month, in the provider's formats. */
export interface LargeMonth {
  readonly account: string;
  /** In the order in which they are imported. */
  readonly files: readonly string[];
}

/**
 * The sample month `times` over, each time with three applications of its own, while trial and package stay
 * what they were: they run out earlier, so that hundreds of lines differ. With it come an adjustment that
 * gives money back, a row of usage that nobody can read, an instance named like a formula, a newer export of
 * one day with another amount (to be imported as a replacement), and the provider's own deductions of the
 * package.
 */
export function largeMonth(folder: string, times: number): LargeMonth {
  const [usageHeader = '', ...usage] = linesOf('usage-2023-06.csv');
  const [billHeader = '', ...bill] = linesOf('bill-2023-06.csv');
  const copies = [...Array(times).keys()];
  const renamed = (line: string, copy: number) =>
    APPS.reduce((text, app) => text.replaceAll(app, appOf(app, copy)), line);
  const numbered = (line: string, copy: number) =>
    line.replaceAll(/\b20230\d{11,}\b/g, (id) => `${id}${copy}`);
  const write = (name: string, lines: readonly string[]) => {
    const path = join(folder, name);
    writeFileSync(path, `${lines.join('\r\n')}\r\n`);
    return path;
  };

  const rows = copies.flatMap((copy) => usage.map((line) => renamed(line, copy)));
  const [first = ''] = rows;
  const unreadable = first.replace(/,\d+,\d+,\d+$/, ',#REF!,0,0');
  const settled = copies.flatMap((copy) => bill.map((line) => numbered(renamed(line, copy), copy)));
  const like =
    settled.find((line) => cellOf(billHeader, line, '开始使用时间').startsWith(RESTATED_DAY)) ?? '';
  const named = settled.map((line, index) =>
    index === 5
      ? withCells(billHeader, line, { 实例名称: `"${FORMULA.replaceAll('"', '""')}"` })
      : line,
  );
  const adjustment = withCells(billHeader, like, {
    交易类型: '调账',
    交易ID: 'ADJ-1',
    组件原价: '-12.34567800',
    优惠后总价: '-12.34567800',
    '现金账户支出(元)': '-12.34567800',
    '代金券支出(元)': '0.00000000',
  });
  const newer = named
    .filter((line) => cellOf(billHeader, line, '开始使用时间').startsWith(RESTATED_DAY))
    .map((line) =>
      line === like ? withCells(billHeader, line, { 优惠后总价: '145.00000000' }) : line,
    );
  const account = join(folder, 'account.json');
  writeFileSync(account, JSON.stringify(accountOf(copies)));
  return {
    account,
    files: [
      write('usage-2023-06.csv', [usageHeader, ...rows, unreadable]),
      write('bill-2023-06.csv', [billHeader, ...named, adjustment]),
      write('bill-2023-06-28-newer.csv', [billHeader, ...newer]),
      write('deductions-2023-06.csv', deductions()),
    ],
  };
}

const cellOf = (header: string, line: string, name: string) =>
  line.split(',')[header.replace('\uFEFF', '').split(',').indexOf(name)] ?? '';

const linesOf = (name: string) =>
  readFileSync(join(SAMPLE, name), 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '');

/** The sample's own ids first, then ids of the same length. */
const appOf = (app: string, copy: number) => String(Number(app) + copy * 10);

function withCells(header: string, line: string, cells: Readonly<Record<string, string>>): string {
  const names = header.replace('\uFEFF', '').split(',');
  const values = line.split(',');
  for (const [name, value] of Object.entries(cells)) values[names.indexOf(name)] = value;
  return values.join(',');
}

function accountOf(copies: readonly number[]): object {
  const account = JSON.parse(readFileSync(join(SAMPLE, 'account.json'), 'utf8')) as {
    apps: { sdkAppId: string; name: string }[];
  };
  const apps = copies.flatMap((copy) =>
    account.apps.map((app) => ({
      ...app,
      sdkAppId: appOf(app.sdkAppId, copy),
      name: `${app.name} ${copy + 1}`,
    })),
  );
  return { ...account, apps };
}

/** What the provider says it took from the package on its first day. */
function deductions(): string[] {
  const row = (tier: string, minutes: number, ratio: number, before: number) =>
    [
      ...['2000009001', '音视频包', '实时音视频', '实时音视频-音视频通话', '1400123456'],
      ...['2023-06-09 12:00:00', '2023-06-08 09:00:00', '2023-06-08 09:04:59', tier],
      ...[`${minutes}.00`, String(ratio), `${minutes * ratio}.00`, '分钟', `${before}.00`],
      `${before - minutes * ratio}.00`,
    ].join(',');
  return [
    '资源包ID,资源包名称,产品名称,子产品名称,SDKAppID,抵扣时间,用量开始时间,用量结束时间,规格,用量,抵扣系数,抵扣量,单位,抵扣前余量,抵扣后余量',
    row('标清', 300, 2, 250_000),
    row('高清', 50, 4, 249_400),
  ];
}
