import { z } from 'zod';
import { ITEMS, type Item } from '../catalog/item';
import { decimalText, itemField } from './fields';

/** What a rule can name, in the order in which lists take them. */
export const RULE_ITEMS: readonly Item[] = ITEMS;

export const itemRuleSchema = z.object({
  /** Part of a line's sub-product, component type or component name; case and width do not matter. */
  contains: z.string().trim().min(1).max(200),
  /** null: a line that holds the text is for no item. */
  item: itemField.nullable(),
});

export const itemRulesSchema = z.object({
  rules: z.array(itemRuleSchema),
  /** Settlement lines that neither a rule nor the program knows, by name, the most money first. */
  unknown: z.array(
    z.object({
      subProduct: z.string(),
      componentType: z.string(),
      componentName: z.string(),
      lines: z.number().int(),
      amount: decimalText,
    }),
  ),
});
export type ItemRule = z.infer<typeof itemRuleSchema>;
export type ItemRules = z.infer<typeof itemRulesSchema>;

export const itemRuleMethods = {
  'imports.itemRules': { input: z.object({}), output: itemRulesSchema },
  /** Replaces all rules and reads every imported bill line by them; runs made before are then out of date. */
  'imports.setItemRules': {
    input: z.object({ rules: z.array(itemRuleSchema).max(1000) }),
    output: itemRulesSchema,
  },
} as const;
