import type { Item } from '../catalog/item';
import type { LineNames } from './recognise';

/** The user's own word on which item a line is for: any line whose names hold this text. */
export interface ItemRule {
  readonly contains: string;
  /** null: no item at all, whatever the name looks like. */
  readonly item: Item | null;
}

type Names = Pick<LineNames, 'subProduct' | 'componentType' | 'componentName'>;

/** Text as rules and names are compared: full-width forms unified, lower case, single blanks. */
export function ruleText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/**
 * The item by the rule with the longest text that the line's sub-product, component type or component name
 * holds (全高清 before 高清), of equal ones the first by text; undefined where no rule fits.
 */
export function itemByRules(rules: readonly ItemRule[]): (names: Names) => Item | null | undefined {
  const ordered = rules
    .map((rule) => ({ ...rule, contains: ruleText(rule.contains) }))
    .filter(({ contains }) => contains !== '')
    .sort((a, b) => b.contains.length - a.contains.length || (a.contains < b.contains ? -1 : 1));
  if (ordered.length === 0) return () => undefined;
  return ({ subProduct, componentType, componentName }) => {
    const names = [componentName, componentType, subProduct].map(ruleText);
    return ordered.find(({ contains }) => names.some((name) => name.includes(contains)))?.item;
  };
}
