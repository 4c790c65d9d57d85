// Without the schemas of history.ts: the window names steps before it has read a schema.

/** Steps that are about the workspace; those about decisions have theirs in `decisions:steps`. */
export const WORKSPACE_STEPS = [
  'import',
  'imports',
  'import-undone',
  'import-redone',
  'import-replaces',
  'import-keeps-both',
  'application-said',
  'rows-corrected',
  'rows-dismissed',
  'rows-reopened',
  'item-rules',
  'profile-saved',
  'profile-removed',
  'profiles-imported',
  'price-book-set',
  'price-book-removed',
  'view-saved',
  'view-removed',
  'account-first',
  'account-several',
  'account-rewritten',
  'account-identity',
  'account-policies',
  'account-references',
  'account-limits',
  'account-settlement',
  'account-pay-as-you-go',
  'account-trial',
  'apps-changed',
  'app-added',
  'app-removed',
  'app-changed',
  'packages-changed',
  'package-added',
  'package-removed',
  'package-changed',
  'terms-changed',
  'term-added',
  'term-removed',
  'term-changed',
] as const;
export type WorkspaceStep = (typeof WORKSPACE_STEPS)[number];

/** Where the sentence of a step stands in the locales. */
export function stepKey(title: string): { namespace: 'history' | 'decisions'; code: string } {
  const workspace = (WORKSPACE_STEPS as readonly string[]).includes(title);
  return { namespace: workspace ? 'history' : 'decisions', code: `steps/${title}` };
}
