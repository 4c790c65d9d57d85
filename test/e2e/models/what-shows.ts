import type { Page } from '@playwright/test';

/** What is wrong with how a page stands in its window, each in words that name the place. */
export function misplaced(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const main = document.querySelector('main');
    for (const box of [document.documentElement, main])
      if (box && box.scrollWidth > box.clientWidth + 1)
        found.add(`${box.localName} scrolls sideways, ${box.scrollWidth - box.clientWidth} px`);

    const isShown = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      element.closest('.visually-hidden, [aria-hidden="true"], svg') === null;
    /** The box that text must not leave: the next one that is not a part of a line itself. */
    const blockOf = (element: Element): Element => {
      let at = element;
      while (at.parentElement && /^(inline|contents)$/.test(getComputedStyle(at).display))
        at = at.parentElement;
      return at;
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const said = text.textContent?.trim() ?? '';
      const parent = text.parentElement;
      if (said === '' || !parent || parent.closest('option, script, style') || !isShown(parent))
        continue;
      const block = blockOf(parent);
      const style = getComputedStyle(block);
      const scrolls = /auto|scroll/.test(style.overflowX);
      const range = document.createRange();
      range.selectNodeContents(text);
      const { right, left } = range.getBoundingClientRect();
      const box = block.getBoundingClientRect();
      if (scrolls || (right <= box.right + 1.5 && left >= box.left - 1.5)) continue;
      // An ellipsis is allowed where the whole text is one hover away.
      if (style.textOverflow === 'ellipsis' && block.closest('[title]')?.getAttribute('title'))
        continue;
      found.add(`cut off or running out of its place: "${said.slice(0, 60)}"`);
    }

    // The list of a select is the system's; what is chosen must be readable before it is opened.
    const pen = document.createElement('canvas').getContext('2d');
    for (const select of document.querySelectorAll('select')) {
      if (!pen || !isShown(select)) continue;
      const style = getComputedStyle(select);
      pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      const chosen = select.selectedOptions[0]?.text ?? '';
      const room =
        select.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      if (pen.measureText(chosen).width > room + 1) found.add(`choice cut off: "${chosen}"`);
    }
    return [...found];
  });
}

/** Every text a person or a screen reader meets, without what stands in citations and in the rows of files. */
export function saidOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // What differs in a report is told by its place and its words in that file.
    const QUOTED =
      'q, cite, .citation, .report-findings, textarea, pre, code, kbd, [lang], script, style';
    const said: string[] = [];
    const inside = (element: Element | null) => element?.closest(QUOTED)?.matches(':not(html)');
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode())
      if (text.textContent?.trim() && !inside(text.parentElement)) said.push(text.textContent);
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
      for (const name of ['aria-label', 'title', 'placeholder'])
        if (element.getAttribute(name) && !inside(element))
          said.push(element.getAttribute(name) ?? '');
    return said;
  });
}
