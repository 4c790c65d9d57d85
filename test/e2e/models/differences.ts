import { expect, type Locator } from '@playwright/test';
import type { RecountWindow } from '../recount-window';
import { Dialogs } from './dialogs';
import { Screen } from './screen';

/** The grid of differences, what is decided about its rows, and why one of them differs. */
export class Differences extends Screen {
  constructor(recount: RecountWindow) {
    super(recount, 'differences');
  }

  get grid(): Locator {
    return this.recount.part('differences-grid');
  }

  get rows(): Locator {
    return this.recount.part('difference-row');
  }

  row(index: number): Locator {
    return this.rows.nth(index);
  }

  /** The one the keys are at. */
  get focused(): Locator {
    return this.recount.page.locator('[role=row]:focus');
  }

  get words(): Locator {
    return this.recount.page.getByRole('search').getByRole('textbox');
  }

  get explanation(): Locator {
    return this.recount.part('explanation');
  }

  /** Opens a row and waits for the whole of its explanation. */
  async explain(index: number): Promise<void> {
    await this.row(index).click();
    await this.explained();
  }

  async explained(): Promise<void> {
    await expect(this.side('expected')).toContainText(/\d/);
    await expect(this.decisionPanel).toBeVisible();
  }

  /** The arithmetic of one side, in the explanation. */
  side(side: 'expected' | 'billed'): Locator {
    return this.recount.part(`explanation-${side}`);
  }

  /** The rows of the files behind it. */
  get rawRows(): Locator {
    return this.recount.part('explanation-raw');
  }

  /** By its button; focus goes back to the row. */
  async closeExplanation(): Promise<void> {
    // Beside the grid, or over it in a narrow window.
    await this.explanation
      .locator('.detail-head button')
      .or(this.recount.part('panel-back'))
      .click();
    await expect(this.explanation).toBeHidden();
  }

  get decisionPanel(): Locator {
    return this.recount.part('decision-panel');
  }

  /** By its key, about the row that is chosen or open. */
  async decide(key: 'a' | 'd' | 'q'): Promise<void> {
    await this.recount.page.keyboard.press(key);
  }

  /** In the open explanation: the whole difference, promised back on `day`. */
  async promise({ reference, day }: { reference: string; day: string }): Promise<void> {
    await this.recount.part('open-promise').click();
    await this.recount.part('promise-reference').fill(reference);
    await this.recount.part('promise-day').fill(day);
    await this.recount.part('promise-save').click();
  }

  get promised(): Locator {
    return this.recount.part('promised');
  }

  async note(text: string): Promise<void> {
    await this.recount.part('decision-note').fill(text);
  }

  async saveNote(): Promise<void> {
    await this.recount.part('decision-save').click();
    await expect(this.recount.part('decision-save')).toBeDisabled();
  }

  /** What is decided next is decided about every row of the filter. */
  async meanAll(): Promise<void> {
    await this.recount.part('decision-scope').selectOption('all');
  }

  /** Asks whether to accept every row of the filter. */
  async askToAcceptAll(): Promise<void> {
    await this.meanAll();
    await this.recount.part('decide-accept').click();
    await expect(this.yes).toBeVisible();
  }

  /** The answer to a question about many rows. */
  get yes(): Locator {
    return this.recount.part('bulk-yes');
  }

  async sayYes(): Promise<void> {
    await this.yes.click();
  }

  async sayNo(): Promise<void> {
    await this.recount.part('bulk-no').click();
    await this.recount.part('decision-scope').selectOption('chosen');
  }

  /** The history with its rules and matches, in a dialog. */
  async openHistory(): Promise<void> {
    await this.recount.part('open-history').click();
    await expect(new Dialogs(this.recount).history).toBeVisible();
  }

  /** Matches that were made by hand, in the open history. */
  get pins(): Locator {
    return this.recount.part('pin-row');
  }

  async undoInHistory(): Promise<void> {
    await this.recount.part('history-undo').click();
  }

  /** What was said by hand about a line, beside the explanation. */
  get pin(): Locator {
    return this.decisionPanel.getByTestId('line-pin');
  }

  /** What is open below a button of the tools. */
  get list(): Locator {
    return this.recount.page.locator('.popover-panel');
  }

  /** Opens the list of saved views. */
  get views(): Locator {
    return this.recount.part('views');
  }

  async keepViewAs(name: string): Promise<void> {
    const field = this.list.getByRole('textbox');
    await field.fill(name);
    await field.press('Enter');
  }

  view(name: string): Locator {
    return this.recount.page.getByRole('button', { name, exact: true });
  }

  /** Takes a saved view away. English. */
  forgetView(name: string): Locator {
    return this.recount.page.getByRole('button', { name: `Forget the view ${name}` });
  }

  async groupBy(grouping: string): Promise<void> {
    await this.recount.part('group-by').selectOption(grouping);
  }
}
