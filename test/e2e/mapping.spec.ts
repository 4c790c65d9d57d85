import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Language } from '../../src/shared/contract/fields';
import { Frame } from './models/frame';
import { Imports } from './models/imports';
import { renamedBill, SAMPLE_FILES } from './models/month-files';
import { Overview } from './models/overview';
import { test } from './recount-window';

const [USAGE = ''] = SAMPLE_FILES;
/** The bill's columns as a person of each language might call them in a spreadsheet. */
const NAMES: Readonly<Record<Language, readonly string[]>> = {
  en: ['Service', 'Kind of charge', 'Tier', 'Amount due', 'Period start', 'Application'],
  'zh-CN': ['云产品', '扣费类型', '用量档位名称', '应付金额', '使用开始', '应用编号'],
  ko: ['제품명', '거래 유형', '구성 요소 이름', '청구 금액', '사용 시작 시간', '애플리케이션 ID'],
};

for (const [language, names] of Object.entries(NAMES) as [Language, readonly string[]][])
  test(`a bill with renamed headers is mapped, saved and recognised: ${language}`, async ({
    recount,
  }, info) => {
    const { keyboard } = recount.page;
    const overview = new Overview(recount);
    const imports = new Imports(recount);
    await recount.openSample();
    const right = await overview.headline('billed').textContent();
    await recount.closeWorkspace();

    await new Frame(recount).speak(language);
    const bill = join(recount.folder, 'by-hand.csv');
    await renamedBill(bill, names);
    await recount.chooseFiles([bill, USAGE]);
    await imports.openMapping();
    const missing = imports.mappingMissing;
    await expect(missing).toContainText('✓');
    await recount.screenshot(info, 'editor');

    // Taken away and given again, by the keyboard alone.
    const amount = imports.mappingColumn(names[3] ?? '');
    await amount.focus();
    await keyboard.press('Delete');
    await expect(missing).toContainText('✕');
    await amount.focus();
    await keyboard.press('Enter');
    await imports.mappingField(3).focus();
    await keyboard.press('Enter');
    await expect(missing).toContainText('✓');
    await expect(amount).toBeFocused();

    await imports.saveMapping('Reseller');
    await expect(imports.forecasts).toContainText('by-hand.csv');
    await imports.commit.click();
    await expect(overview.headline('billed')).toHaveText(right ?? '');

    const next = join(recount.folder, 'next.csv');
    await renamedBill(next, names, 'half');
    await recount.chooseMore([next]);
    await expect(imports.readings).toContainText('Reseller');
    await expect(imports.mappingOpen).toHaveCount(0);
    await recount.screenshot(info, 'recognised');
  });
