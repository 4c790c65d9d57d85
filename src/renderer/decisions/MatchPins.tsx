import { Button } from 'antd';
import type { StoredPin } from '../../shared/contract/decision-records';
import { ask, useEngineQuery } from '../client/engine-query';
import { Section } from '../components/Section';
import { useWords } from '../i18n/use-words';
import type { DecisionActs } from './use-decision-acts';

/** What was said about matches by hand, each to be forgotten again. Nothing where nothing was said. */
export function MatchPins({ acts }: { readonly acts: DecisionActs }) {
  const { t, term } = useWords();
  const pins = useEngineQuery('matches.pins', {});
  const rows = pins.data ?? [];
  if (rows.length === 0) return null;
  const textOf = (pin: StoredPin) => {
    switch (pin.kind) {
      case 'apart':
        return t('decisions:match/pin/apart');
      case 'confirmed':
        return t('decisions:match/pin/confirmed', { row: pin.comparisonId });
      case 'placed':
        return t('decisions:match/pin/placed', {
          item: term('items', pin.item),
          app: pin.sdkAppId,
          from: pin.from,
        });
    }
  };
  return (
    <Section title={t('decisions:match/pins')}>
      <table className="ledger">
        <tbody>
          {rows.map(({ key, pin, line }) => (
            <tr key={key} data-testid="pin-row">
              <td>
                {textOf(pin)}
                {line && (
                  <p className="muted">
                    {[line.componentName, line.usageStart ?? line.chargedAt].join(' ')}
                  </p>
                )}
              </td>
              <td>
                <Button
                  size="small"
                  onClick={() => void acts.told(() => ask('matches.forget', { key }))}
                >
                  {t('decisions:match/forget')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
