import { Button } from 'antd';
import { useState } from 'react';
import type { BillLineRow } from '../../shared/contract/audits';
import { useWords } from '../i18n/use-words';
import { LinePins } from './LinePins';
import './PlaceByHand.css';
import { PlaceForm } from './PlaceForm';
import type { DecisionActs } from './use-decision-acts';

/** What a person said about where bill lines belong, and the form by which it is said. Nothing where there is no line of a charge for use. */
export function PlaceByHand({
  runId,
  lines,
  acts,
}: {
  readonly runId: number;
  readonly lines: readonly BillLineRow[];
  readonly acts: DecisionActs;
}) {
  const { t } = useWords();
  const [form, setForm] = useState<'never' | 'open' | 'closed'>('never');
  const [first, ...more] = lines.filter(({ bucket }) => bucket === 'settlement');
  if (!first) return null;
  return (
    <>
      <LinePins lines={[first, ...more]} acts={acts} />
      {form === 'open' ? (
        <PlaceForm
          runId={runId}
          lines={[first, ...more]}
          acts={acts}
          onClose={() => setForm('closed')}
        />
      ) : (
        <Button
          size="small"
          className="place-open"
          data-testid="place-open"
          // The keys go back to where the form was opened.
          autoFocus={form === 'closed'}
          onClick={() => setForm('open')}
        >
          {t('placing:open')}
        </Button>
      )}
    </>
  );
}
