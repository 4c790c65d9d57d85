import type { Output } from '../../../../shared/contract/contract';
import type { AccountDraft } from './draft';

type Warning = Output<'account.check'>['warnings'][number];

export interface FieldWarning {
  /** The field it is about, as in the file; null: no field of its own. */
  readonly path: string | null;
  readonly code: string;
  readonly params: Warning['params'];
}

/** The first place of each package: an account may have thousands, and as many warnings. */
function placesOf(packages: AccountDraft['packages']): ReadonlyMap<unknown, number> {
  const places = new Map<unknown, number>();
  packages.forEach(({ id }, index) => {
    if (!places.has(id)) places.set(id, index);
  });
  return places;
}

/** The later of two facts that do not go together is the one to look at: it was typed last. */
function pathOf(
  { code, params }: Warning,
  draft: AccountDraft,
  packages: ReturnType<typeof placesOf>,
): string | null {
  const ofPackage = (field: string) => {
    const index = packages.get(params['id']);
    return index === undefined ? null : `packages[${index}].${field}`;
  };
  const ofTerm = (field: string) => {
    const index = draft.contract.findLastIndex(
      ({ item, from }) => item === params['item'] && from === params['from'],
    );
    return index < 0 ? null : `contract[${index}].${field}`;
  };
  switch (code) {
    case 'account-app-before-registration':
      return 'firstAppOn';
    case 'account-app-before-first': {
      const index = draft.apps.findIndex(({ sdkAppId }) => sdkAppId === params['sdkAppId']);
      return index < 0 ? null : `apps[${index}].createdOn`;
    }
    case 'account-enabled-before-first-app':
      return 'payAsYouGo.enabledOn';
    case 'account-trial-ends-first':
      return 'trial.expiresOn';
    case 'account-package-ends-first':
      return ofPackage('expiresOn');
    case 'account-package-overfull':
      return ofPackage('remaining.minutes');
    case 'account-contract-never':
      return ofTerm('to');
    case 'account-contract-twice':
      return ofTerm('from');
    default:
      return null;
  }
}

/** What the engine asks a person to look at, each at its field. */
export function fieldWarnings(
  warnings: readonly Warning[],
  draft: AccountDraft,
): readonly FieldWarning[] {
  if (warnings.length === 0) return [];
  const packages = placesOf(draft.packages);
  return warnings.map((warning) => ({
    path: pathOf(warning, draft, packages),
    code: warning.code,
    params: warning.params,
  }));
}
