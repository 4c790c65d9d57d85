import { Button } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import type { BillLineRow, ComparisonRow } from '../../shared/contract/audits';
import { ask } from '../client/engine-query';
import { useAccountApps } from '../client/use-account-apps';
import { useItemOptions } from '../client/use-item-options';
import { useUnbilledCharges } from '../client/use-unbilled-charges';
import { Choice } from '../components/Choice';
import { DayField } from '../days/DayField';
import { formatStretch } from '../format/day-text';
import { formatAmount, formatId } from '../format/decimal-text';
import { useWords } from '../i18n/use-words';
import { placeOfCharge, printedPlace, readPlace, type PlaceDraft } from './place-draft';
import type { DecisionActs } from './use-decision-acts';

const NOT_CHOSEN = '';

/** For which application, item and days lines stand: those of a charge that has no line, or any others. */
export function PlaceForm({
  runId,
  lines,
  acts,
  onClose,
}: {
  readonly runId: number;
  /** At least one. */
  readonly lines: readonly [BillLineRow, ...BillLineRow[]];
  readonly acts: DecisionActs;
  readonly onClose: () => void;
}) {
  const { t, term } = useWords();
  const title = useId();
  const items = useItemOptions();
  const apps = useAccountApps();
  const unbilled = useUnbilledCharges(runId);
  const [lineId, setLineId] = useState(String(lines[0].id));
  const [draft, setDraft] = useState<PlaceDraft>(() => printedPlace(lines[0]));
  const [charge, setCharge] = useState(NOT_CHOSEN);
  const lead = useRef<HTMLParagraphElement>(null);
  // The form takes the place of the button that opened it, and the keys with it; its lead is read out.
  useEffect(() => lead.current?.focus(), []);

  const edit = (change: Partial<PlaceDraft>) => {
    setDraft((before) => ({ ...before, ...change }));
    setCharge(NOT_CHOSEN);
  };
  const appLabel = (id: string) =>
    [apps.find(({ sdkAppId }) => sdkAppId === id)?.name, formatId(id)].filter(Boolean).join(' ');
  const chargeLabel = (row: ComparisonRow) =>
    [
      formatStretch(row.periodStart, row.periodEnd),
      row.item && term('items', row.item),
      row.sdkAppId && appLabel(row.sdkAppId),
      formatAmount(row.expectedAmount),
    ]
      .filter(Boolean)
      .join(' · ');
  const known = new Set([
    ...apps.map(({ sdkAppId }) => sdkAppId),
    ...lines.flatMap(({ sdkAppId }) => sdkAppId ?? []),
    ...unbilled.rows.flatMap(({ sdkAppId }) => sdkAppId ?? []),
  ]);
  const notChosen = { value: NOT_CHOSEN, label: t('placing:choose') };
  const place = readPlace(draft);
  const save = async () => {
    if (!place) return;
    const lineIds = [Number(lineId)];
    if (await acts.told(() => ask('matches.place', { lineIds, ...place }))) onClose();
  };
  const day = (which: 'firstDay' | 'lastDay') => (
    <DayField
      label={t(`placing:${which}`)}
      value={draft[which]}
      testId={`place-${which}`}
      onChange={(text) => edit({ [which]: text })}
    />
  );
  return (
    <form
      className="place-form"
      aria-labelledby={title}
      data-testid="place-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <p id={title} ref={lead} tabIndex={-1} className="place-lead">
        {t('placing:lead')}
      </p>
      {lines.length > 1 && (
        <label className="place-wide">
          <span className="muted">{t('placing:line')}</span>
          <Choice
            label={t('placing:line')}
            value={lineId}
            options={lines.map((line) => ({
              value: String(line.id),
              label: [
                line.componentName,
                line.usageStart ?? line.chargedAt,
                formatAmount(line.amount),
              ]
                .filter(Boolean)
                .join(' · ')
                .replace('T', ' '),
            }))}
            onChange={setLineId}
            testId="place-line"
          />
        </label>
      )}
      {unbilled.rows.length > 0 && (
        <label className="place-wide">
          <span className="muted">{t('placing:charge', { count: unbilled.total })}</span>
          <Choice
            label={t('placing:charge', { count: unbilled.total })}
            value={charge}
            options={[
              { value: NOT_CHOSEN, label: t('placing:freely') },
              ...unbilled.rows.map((row) => ({ value: row.id, label: chargeLabel(row) })),
            ]}
            onChange={(id) => {
              setCharge(id);
              const row = unbilled.rows.find((one) => one.id === id);
              if (row) setDraft(placeOfCharge(row));
            }}
            testId="place-charge"
          />
        </label>
      )}
      <label>
        <span className="muted">{t('placing:app')}</span>
        <Choice
          label={t('placing:app')}
          value={draft.sdkAppId}
          options={[notChosen, ...[...known].map((id) => ({ value: id, label: appLabel(id) }))]}
          onChange={(sdkAppId) => edit({ sdkAppId })}
          testId="place-app"
        />
      </label>
      <label>
        <span className="muted">{t('placing:item')}</span>
        <Choice<string>
          label={t('placing:item')}
          value={draft.item}
          options={[notChosen, ...items]}
          onChange={(item) => edit({ item })}
          testId="place-item"
        />
      </label>
      {day('firstDay')}
      {day('lastDay')}
      <p className="place-acts">
        <Button
          size="small"
          type="primary"
          htmlType="submit"
          disabled={place === null}
          data-testid="place-save"
        >
          {t('placing:save')}
        </Button>
        <Button size="small" onClick={onClose}>
          {t('decisions:bulk/cancel')}
        </Button>
        {place === null && <span className="muted">{t('placing:incomplete')}</span>}
      </p>
    </form>
  );
}
