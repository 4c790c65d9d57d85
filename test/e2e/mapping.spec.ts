import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { ROOT, test, type RecountWindow } from './recount-window';

const SAMPLE = join(ROOT, 'resources/sample-month');
/** The bill's columns as a person of each language might call them in a spreadsheet. */
const LANGUAGES = [
  {
    label: 'English',
    names: ['Service', 'Kind of charge', 'Tier', 'Amount due', 'Period start', 'Application'],
  },
  {
    label: '简体中文',
    names: ['云产品', '扣费类型', '用量档位名称', '应付金额', '使用开始', '应用编号'],
  },
  {
    label: '한국어',
    names: [
      '제품명',
      '거래 유형',
      '구성 요소 이름',
      '청구 금액',
      '사용 시작 시간',
      '애플리케이션 ID',
    ],
  },
] as const;
const OWN = ['产品名称', '交易类型', '组件名称', '优惠后总价', '开始使用时间', '资源ID'];

/** The sample's bill with these columns renamed, some of its rows left out. */
function renamedBill(path: string, names: readonly string[], rows: 'all' | 'half' = 'all'): void {
  const text = readFileSync(join(SAMPLE, 'bill-2023-06.csv'), 'utf8').replace(/^\uFEFF/, '');
  const [header = '', ...lines] = text.trimEnd().split(/\r?\n/);
  const renamed = header.split(',').map((name) => {
    const at = OWN.indexOf(name);
    return at < 0 ? name : (names[at] ?? name);
  });
  const kept = rows === 'all' ? lines : lines.filter((_, index) => index % 2 === 0);
  writeFileSync(path, [renamed.join(','), ...kept].join('\n'));
}

const billed = (recount: RecountWindow) => recount.part('headline-billed').textContent();

for (const { label, names } of LANGUAGES)
  test(`a bill with renamed headers is mapped, saved and recognised (${label})`, async ({
    recount,
  }, info) => {
    await recount.openSample();
    const right = await billed(recount);
    await recount.closeWorkspace();

    await recount.page.getByTestId('language').selectOption({ label });
    const bill = join(recount.folder, 'by-hand.csv');
    renamedBill(bill, names);
    await recount.chooseFiles([bill, join(SAMPLE, 'usage-2023-06.csv')]);
    await recount.part('mapping-open').click();
    await expect(recount.part('mapping-missing')).toContainText('✓');
    await recount.screenshot(info, 'editor');

    // Taken away and given again, by the keyboard alone.
    const amount = recount.part('mapping-column').filter({ hasText: names[3] });
    await amount.focus();
    await recount.page.keyboard.press('Delete');
    await expect(recount.part('mapping-missing')).toContainText('✕');
    await amount.focus();
    await recount.page.keyboard.press('Enter');
    const field = recount.part('mapping-field').nth(3);
    await field.focus();
    await recount.page.keyboard.press('Enter');
    await expect(recount.part('mapping-missing')).toContainText('✓');
    await expect(amount).toBeFocused();

    await recount.part('mapping-name').fill('Reseller');
    await recount.part('mapping-save').click();
    await expect(recount.part('forecasts')).toContainText('by-hand.csv');
    await recount.part('import-commit').click();
    await expect(recount.part('headline-billed')).toHaveText(right ?? '');

    const next = join(recount.folder, 'next.csv');
    renamedBill(next, names, 'half');
    await recount.chooseMore([next]);
    await expect(recount.part('import-readings')).toContainText('Reseller');
    await expect(recount.part('mapping-open')).toHaveCount(0);
    await recount.screenshot(info, 'recognised');
  });
