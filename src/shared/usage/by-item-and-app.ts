import type { Item } from '../catalog/item';

/**
 * Values by item and application. Hundreds of thousands of rows are placed by the two: a text made of both for each of
 * them would cost more than what is done with the row.
 */
export class ByItemAndApp<T> {
  readonly #items = new Map<Item, Map<string, T>>();

  get(item: Item, sdkAppId: string): T | undefined {
    return this.#items.get(item)?.get(sdkAppId);
  }

  set(item: Item, sdkAppId: string, value: T): void {
    const apps = this.#items.get(item);
    if (apps) apps.set(sdkAppId, value);
    else this.#items.set(item, new Map([[sdkAppId, value]]));
  }
}
