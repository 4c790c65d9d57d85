import { skipToken, useQuery } from '@tanstack/react-query';
import { ask, useEngineQuery } from '../client/engine-query';
import { useShowCause } from '../bridges/use-show-cause';
import { formatId, formatSignedAmount } from '../format/decimal-text';
import { importName } from '../format/import-name';
import { veiledDigits } from '../format/privacy';
import { useWords } from '../i18n/use-words';
import { useMonth } from '../state/month';
import { useNavigation } from '../state/navigation';
import type { FoundRows } from './use-found-rows';
import { fitting, type PaletteEntry } from './palette-entry';
import { bookEntries, priceEntries, termEntries } from './price-entries';

/** Of each kind. */
const MOST = 6;
const LEAST_LETTERS = 2;
/** Rules are made one by one, by hand. */
const RULES = 200;

/** Causes of the month, rules, prices, versions and terms, and imports by the name of their file. */
export function useFoundFacts(typed: string, workspaceOpen: boolean): FoundRows {
  const words = useWords();
  const { t, term } = words;
  const { go } = useNavigation();
  const { audit } = useMonth();
  const run = audit.state === 'ready' ? audit.run : null;
  const showCause = useShowCause(run?.id ?? 0, {});
  const text = typed.trim();
  const enabled = workspaceOpen && text.length >= LEAST_LETTERS;
  const workspace = useEngineQuery('workspace.current', {});
  const site = workspace.data?.currency === 'USD' ? 'intl' : 'cn';
  const prices = useEngineQuery('prices.table', { site }, { enabled });
  const books = useEngineQuery('prices.books', {}, { enabled });
  const rules = useEngineQuery('rules.list', { offset: 0, limit: RULES }, { enabled });
  const itemRules = useEngineQuery('imports.itemRules', {}, { enabled });
  // Files come every month: they are looked for where they are listed.
  const imports = useQuery({
    queryKey: ['imports.list', 'palette', text],
    queryFn: enabled
      ? () => ask('imports.list', { offset: 0, limit: MOST, newestFirst: true, named: text })
      : skipToken,
  });
  if (!enabled) return { entries: [], pending: false };

  const causes = (run?.bridge ?? []).flatMap(({ cause, amount, comparisons }): PaletteEntry[] =>
    cause === 'unexplained' || cause === 'tolerance'
      ? []
      : [
          {
            id: `cause-${cause}`,
            group: 'causes',
            title: term('causes', cause),
            detail: formatSignedAmount(amount),
            also: cause,
            run: () => void showCause(cause, comparisons),
          },
        ],
  );
  const ruleEntries = (rules.data?.rows ?? []).map((rule): PaletteEntry => {
    const app = rule.sdkAppId === null ? t('decisions:rules/anyApp') : formatId(rule.sdkAppId);
    const item = rule.item ? term('items', rule.item) : t('decisions:rules/anyItem');
    return {
      id: `rule-${rule.id}`,
      group: 'rules',
      title: `${t('decisions:rules/number', { rule: rule.id })} · ${term('causes', rule.cause)}`,
      detail: [t(`decisions:acts/${rule.verdict}`), item, app].join(' · '),
      also: rule.note,
      run: () => go({ screen: 'differences', rules: true }),
    };
  });
  const itemRuleEntries = (itemRules.data?.rules ?? []).map(
    ({ contains, item }, index): PaletteEntry => ({
      id: `item-rule-${index}`,
      group: 'rules',
      title: veiledDigits(contains),
      detail: item === null ? t('mapping:rules/noItem') : term('items', item),
      run: () => go({ screen: 'imports', heading: t('mapping:rules/title') }),
    }),
  );
  const importEntries = (imports.data?.rows ?? []).map(
    ({ id, fileName, sheet, kind, firstDay, lastDay }): PaletteEntry => ({
      id: `import-${id}`,
      group: 'imports',
      title: importName({ fileName, sheet }),
      detail: [
        term('kinds', kind),
        ...(firstDay && lastDay ? [`${firstDay} – ${lastDay}`] : []),
      ].join(' · '),
      run: () => go({ screen: 'imports', importId: id }),
    }),
  );
  const facts = [
    causes,
    priceEntries(prices.data, site, words, go),
    termEntries(prices.data, site, words, go),
    bookEntries(books.data?.books ?? [], words, go),
    [...ruleEntries, ...itemRuleEntries],
  ];
  return {
    entries: [...facts.flatMap((entries) => fitting(entries, text, MOST)), ...importEntries],
    pending: [prices, books, rules, itemRules, imports].some(({ isPending }) => isPending),
  };
}
