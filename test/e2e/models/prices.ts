import { expect, type Locator } from '@playwright/test';
import type { RecountWindow } from '../recount-window';
import { Screen } from './screen';

/** Prices and the books they stand in. */
export class Prices extends Screen {
  constructor(recount: RecountWindow) {
    super(recount, 'prices');
  }

  get books(): Locator {
    return this.recount.part('price-books').locator('tbody tr');
  }

  /** The built-in book as a file, to begin a book of one's own with. */
  async saveBuiltIn(path: string): Promise<void> {
    await this.recount.answerSaveDialog(path);
    await this.books.first().getByRole('button').click();
  }

  async useBook(path: string): Promise<void> {
    await this.recount.answerOpenDialog([path]);
    await this.recount.part('choose-book').click();
    await expect(this.books).toHaveCount(2);
  }

  async removeBook(): Promise<void> {
    await this.recount.part('remove-book').click();
    await expect(this.books).toHaveCount(1);
  }
}
