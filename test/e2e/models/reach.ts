import type { Page } from '@playwright/test';

/** Controls that no scrolling brings wholly into the window. */
export function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, select, input, a[href]')].flatMap(
      (control) => {
        if (!control.checkVisibility() || control.closest('.visually-hidden')) return [];
        control.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        const box = control.getBoundingClientRect();
        const inside = box.left >= -1 && box.right <= innerWidth + 1 && box.top >= -1;
        const label = control.textContent || control.getAttribute('aria-label') || control.id;
        return inside && box.bottom <= innerHeight + 1 ? [] : [label];
      },
    ),
  );
}

/** Words and controls that stand beside the window, to be found only by moving sideways; tables and pictures may. */
export function besideWindow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const TWO_DIMENSIONAL = 'table, [role=grid], svg, .chart, .visually-hidden, select';
    const found = [...document.querySelectorAll<HTMLElement>('main *, header *, footer *, nav *')];
    return found.flatMap((element) => {
      const speaks = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
      if (!speaks && !element.matches('input, button, textarea')) return [];
      if (!element.checkVisibility() || element.closest(TWO_DIMENSIONAL)) return [];
      const { left, right } = element.getBoundingClientRect();
      const said = element.textContent.trim().slice(0, 40) || element.localName;
      return left >= -1 && right <= innerWidth + 1 ? [] : [`${said}: ${left} to ${right}`];
    });
  });
}

/** What moves by itself, or would move when touched. */
export function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const running = document.getAnimations().map((animation) => `runs: ${animation.id}`);
    const would = [...document.querySelectorAll('*')].filter((element) => {
      const { transitionDuration, animationName } = getComputedStyle(element);
      return animationName !== 'none' || /[1-9]/.test(transitionDuration);
    });
    return [
      ...running,
      ...would.map(
        (element) => `would move: ${element.getAttribute('class') ?? element.localName}`,
      ),
    ];
  });
}

/** The part of the page that keys go to, by its test id or its words; null: the page as a whole. */
export function focused(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (at === null || at === document.body) return null;
    return at.closest('[data-testid]')?.getAttribute('data-testid') ?? at.textContent.slice(0, 40);
  });
}
