import { accountProblems, readAccount } from '../../../shared/account/account-file';
import { accountWarnings } from '../../../shared/account/plausibility';
import { policiesInForce } from '../../../shared/account/policies';
import type { Handlers } from '../../../shared/contract/contract';
import { accountOfRun } from '../account/account-of-run';
import type { EngineContext } from '../engine-context';

type AccountFormMethod = 'account.check' | 'account.policies';

export function accountFormHandlers({ session }: EngineContext): Pick<Handlers, AccountFormMethod> {
  return {
    'account.check': ({ json }) => {
      const account = readAccount(json);
      return {
        problems: accountProblems(json).map((problem) => ({ ...problem })),
        warnings: account.ok ? accountWarnings(account.value).map((issue) => ({ ...issue })) : [],
      };
    },
    'account.policies': () =>
      policiesInForce(accountOfRun(session.require().readable).account).map(
        ({ policy, value, isDefault }) => ({
          ...policy,
          choices: [...policy.choices],
          value,
          isDefault,
        }),
      ),
  };
}
