import { describe, expect, it } from 'vitest';
import { CalendarPage } from '../../../src/renderer/days/CalendarPage';
import { DayField } from '../../../src/renderer/days/DayField';
import { LANGUAGES } from '../../../src/shared/contract/languages';
import { drawn, textOf } from '../golden/drawn';

const nothing = () => undefined;
const field = (value: string) => <DayField label="Until" value={value} onChange={nothing} />;

describe.each(LANGUAGES)('in %s', (language) => {
  it('a day is a text, never the system’s date field, whose form is the system’s', async () => {
    const page = await drawn(field('2023-06-30'), language);
    expect(page).toContain('value="2023-06-30"');
    expect(page).not.toContain('type="date"');
    expect(page).toContain('aria-invalid="false"');
    expect(page).not.toContain('role="alert"');
  });

  it('what is no day of the calendar is said in a sentence the field is described by', async () => {
    const page = await drawn(field('2023-02-30'), language);
    expect(page).toContain('aria-invalid="true"');
    const [, id] = /aria-describedby="([^"]+)"/.exec(page) ?? [];
    expect(id).toBeDefined();
    expect(page).toContain(`id="${id}"`);
    expect(textOf(page)).toContain('YYYY-MM-DD');
  });

  it('half a day is not told off while it is written, and an empty field never', async () => {
    for (const value of ['', '2023-0']) {
      const page = await drawn(field(value), language);
      expect(page).toContain('aria-invalid="false"');
      expect(page).not.toContain('role="alert"');
    }
  });

  it('the page has the chosen day marked, one place in the tab order, and every day named', async () => {
    const page = await drawn(
      <CalendarPage day="2023-06-15" start="2020-01-01" onChoose={nothing} />,
      language,
    );
    expect(page.match(/tabindex="0"/g)).toHaveLength(1);
    expect(page).toMatch(/tabindex="0" data-day="2023-06-15"/);
    expect(page.match(/aria-selected="true"/g)).toHaveLength(1);
    expect(page.match(/data-day="2023-06-/g)).toHaveLength(30);
    expect(page.match(/data-day="[^"]+"[^>]*aria-label="[^"]+"/g)).toHaveLength(35);
    const monthOfPage = { en: 'June 2023', 'zh-CN': '2023年6月', ko: '2023년 6월' }[language];
    expect(textOf(page)).toContain(monthOfPage);
  });
});
