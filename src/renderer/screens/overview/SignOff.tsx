import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Run } from '../../../shared/contract/audits';
import type { SignOffState } from '../../../shared/contract/sign-off';
import { ask, errorOf, useEngineQuery } from '../../client/engine-query';
import { Notice } from '../../components/Notice';
import { Section } from '../../components/Section';
import { formatMoment } from '../../format/day-text';
import { formatAmount } from '../../format/decimal-text';
import { veiledDigits } from '../../format/privacy';
import { useWords } from '../../i18n/use-words';
import { useNotices } from '../../state/notices';

/** What can be done next, in the order of the work. */
function nextActs({ state, sealed }: SignOffState): readonly ('prepare' | 'review' | 'reopen')[] {
  if (state === 'open') return ['prepare'];
  return state === 'prepared' && sealed ? ['review', 'reopen'] : ['reopen'];
}

const plain = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase();

/** Who prepared and reviewed this month, whether the seal is whole, and what broke it. */
export function SignOff({ run }: { readonly run: Run }) {
  const { t, error, language } = useWords();
  const { show } = useNotices();
  const { period } = run;
  const query = useEngineQuery('signOff.state', { period });
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const state = query.data;
  if (query.isError) return <Notice tone="error">{error(errorOf(query.error))}</Notice>;
  if (!state) return null;
  const preparer = state.acts.findLast(({ act }) => act === 'prepared');
  const same = state.state === 'prepared' && preparer && plain(preparer.name) === plain(name);
  const sign = async (act: 'prepare' | 'review' | 'reopen') => {
    try {
      await ask(`signOff.${act}`, { period, name, note });
      setNote('');
    } catch (thrown) {
      show({ tone: 'error', text: ({ error }) => error(errorOf(thrown)) });
    }
  };
  const driftText = ({ what, was, is }: SignOffState['drift'][number]) =>
    ['billed', 'expected', 'difference', 'unexplained'].includes(what)
      ? t(`decisions:sign/drift/${what}`, { was: formatAmount(was), is: formatAmount(is) })
      : t(`decisions:sign/drift/${what}`, { was, is });
  return (
    <Section title={t('decisions:sign/title')} aside={t(`decisions:sign/states/${state.state}`)}>
      <div className="sign-off" data-testid="sign-off" data-state={state.state}>
        {state.state !== 'open' && (
          <div
            className={`seal seal-${state.sealed ? 'whole' : 'broken'}`}
            role="status"
            data-testid="seal"
          >
            <p>
              <strong>{t(`decisions:sign/seal/${state.sealed ? 'whole' : 'broken'}`)}</strong>
            </p>
            {state.drift.length > 0 && (
              <ul>
                {state.drift.map((drift) => (
                  <li key={`${drift.what} ${drift.was} ${drift.is}`}>{driftText(drift)}</li>
                ))}
              </ul>
            )}
            {state.sameName && <p>{t('decisions:sign/sameName')}</p>}
          </div>
        )}
        {state.acts.length > 0 && (
          <ol className="sign-acts">
            {state.acts.map((act) => (
              <li key={act.at}>
                {t(`decisions:sign/acts/${act.act}`, { name: veiledDigits(act.name) })}{' '}
                <span className="muted">
                  {formatMoment(act.at, language)}
                  {act.note === '' ? '' : ` · ${veiledDigits(act.note)}`}
                </span>
              </li>
            ))}
          </ol>
        )}
        <div className="sign-form">
          <Input
            value={name}
            maxLength={200}
            placeholder={t('decisions:sign/name')}
            aria-label={t('decisions:sign/name')}
            data-testid="sign-name"
            onChange={(event) => setName(event.target.value)}
          />
          <Input
            value={note}
            maxLength={4000}
            placeholder={t(
              state.state === 'open' ? 'decisions:sign/note' : 'decisions:sign/reason',
            )}
            aria-label={t('decisions:sign/note')}
            data-testid="sign-note"
            onChange={(event) => setNote(event.target.value)}
          />
          {nextActs(state).map((act) => (
            <Button
              key={act}
              type={act === 'reopen' ? 'default' : 'primary'}
              disabled={name.trim() === '' || (act === 'reopen' && note.trim() === '')}
              data-testid={`sign-${act}`}
              onClick={() => void sign(act)}
            >
              {t(`decisions:sign/${act}`)}
            </Button>
          ))}
        </div>
        {same && <p className="attention">{t('decisions:sign/sameNameBefore')}</p>}
      </div>
    </Section>
  );
}
