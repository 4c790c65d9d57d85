import type { ItemRule } from '../../../../shared/bill/item-rules';
import { itemByRules, ruleText } from '../../../../shared/bill/item-rules';
import { billedItem } from '../../../../shared/bill/recognise';
import { isItem } from '../../../../shared/catalog/item';
import type { ItemRules } from '../../../../shared/contract/item-rules';
import { invariant } from '../../../../shared/invariant';
import { fromScaled, toText } from '../../../../shared/money/decimal';
import { AMOUNT_SCALE } from './bill-lines';
import type { ReadableDb, WritableDb } from '../workspace/connection';
import { isOfLiveImport } from '../workspace/row-id';

/** The user's own rules, by text. */
export function itemRules(db: ReadableDb): ItemRule[] {
  return db
    .prepare<{ contains: string; item: string | null }>(
      'SELECT contains, item FROM item_rules ORDER BY contains',
    )
    .all()
    .map(({ contains, item }) => {
      invariant(item === null || isItem(item), `unknown item ${item ?? ''} in a rule`);
      return { contains, item };
    });
}

interface Names {
  sub_product: string;
  component_type: string;
  component_name: string;
}

const OF_ITEMS = `bucket IN ('settlement', 'adjustment')`;

/**
 * Replaces the rules and reads the item of every bill line again, by them first. One transaction. Rules that stay are
 * not written anew: rules as they were are no change.
 */
export function replaceItemRules(db: WritableDb, rules: readonly ItemRule[]): void {
  db.transaction(() => {
    const texts = JSON.stringify(rules.map(({ contains }) => ruleText(contains)));
    db.prepare('DELETE FROM item_rules WHERE contains NOT IN (SELECT value FROM json_each(?))').run(
      texts,
    );
    // No replacing insert: it would take a row away without the triggers that count and record it.
    const insert = db.prepare(
      `INSERT INTO item_rules (contains, item) VALUES (?, ?)
       ON CONFLICT (contains) DO UPDATE SET item = excluded.item WHERE item IS NOT excluded.item`,
    );
    for (const { contains, item } of rules) insert.run(ruleText(contains), item);
    const byRules = itemByRules(rules);
    const update = db.prepare(
      `UPDATE bill_lines SET item = ? WHERE ${OF_ITEMS} AND sub_product = ? AND component_type = ?
         AND component_name = ? AND item IS NOT ?`,
    );
    // A bill of 200,000 lines prints a handful of names.
    const names = db
      .prepare<Names>(
        `SELECT DISTINCT sub_product, component_type, component_name FROM bill_lines WHERE ${OF_ITEMS}`,
      )
      .all();
    for (const { sub_product, component_type, component_name } of names) {
      const of = {
        subProduct: sub_product,
        componentType: component_type,
        componentName: component_name,
      };
      const ruled = byRules(of);
      const item = ruled === undefined ? billedItem(of) : ruled;
      update.run(item, sub_product, component_type, component_name, item);
    }
  }).immediate();
}

/** Names of settlement lines that are for no known item. Bills by resource name no component and are left out. */
export function unknownComponents(db: ReadableDb): ItemRules['unknown'] {
  return db
    .prepare<Names & { lines: bigint; amount: bigint }>(
      `SELECT sub_product, component_type, component_name, count(*) AS lines, sum(amount_e8) AS amount
       FROM bill_lines b
       WHERE bucket = 'settlement' AND item IS NULL AND duplicate_of IS NULL
         AND component_name <> '' AND ${isOfLiveImport('b')}
       GROUP BY sub_product, component_type, component_name ORDER BY abs(sum(amount_e8)) DESC LIMIT 200`,
    )
    .all()
    .map((row) => ({
      subProduct: row.sub_product,
      componentType: row.component_type,
      componentName: row.component_name,
      lines: Number(row.lines),
      amount: toText(fromScaled(row.amount, AMOUNT_SCALE)),
    }));
}
