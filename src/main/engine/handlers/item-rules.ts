import type { Handlers } from '../../../shared/contract/contract';
import type { ItemRules } from '../../../shared/contract/item-rules';
import type { EngineContext } from '../engine-context';
import type { ReadableDb } from '../store/workspace/connection';
import { itemRules, replaceItemRules, unknownComponents } from '../store/evidence/item-rules';
import { recordStep } from '../store/history/record-step';

type ItemRuleMethod = Extract<keyof Handlers, `imports.${string}ItemRules` | 'imports.itemRules'>;

export function itemRuleHandlers({
  session,
  writing,
  changed,
}: EngineContext): Pick<Handlers, ItemRuleMethod> {
  const told = (db: ReadableDb): ItemRules => ({
    rules: itemRules(db),
    unknown: unknownComponents(db),
  });
  return {
    'imports.itemRules': () => told(session.require().readable),
    'imports.setItemRules': ({ rules }) =>
      writing.run(async () => {
        const { writable, readable } = session.require();
        await recordStep(
          writable,
          () => replaceItemRules(writable, rules),
          () => ({ title: 'item-rules', params: { count: itemRules(writable).length } }),
        );
        changed('imports', 'audits');
        return told(readable);
      }),
  };
}
