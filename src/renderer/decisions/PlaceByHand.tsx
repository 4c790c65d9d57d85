import { Button } from 'antd';
import { useState } from 'react';
import type { BillLineRow } from '../../shared/contract/audits';
import { useWords } from '../i18n/use-words';
import './PlaceByHand.css';
import { PlaceForm } from './PlaceForm';
import type { DecisionActs } from './use-decision-acts';

/** Opens the form by which a person places bill lines. Nothing where there is no line of a charge for use. */
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
  const [open, setOpen] = useState(false);
  const [first, ...more] = lines.filter(({ bucket }) => bucket === 'settlement');
  if (!first) return null;
  if (open)
    return (
      <PlaceForm
        runId={runId}
        lines={[first, ...more]}
        acts={acts}
        onClose={() => setOpen(false)}
      />
    );
  return (
    <Button
      size="small"
      className="place-open"
      data-testid="place-open"
      onClick={() => setOpen(true)}
    >
      {t('placing:open')}
    </Button>
  );
}
