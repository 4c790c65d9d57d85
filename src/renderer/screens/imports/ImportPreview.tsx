import { Checkbox } from 'antd';
import { useState } from 'react';
import { z } from 'zod';
import type { TableReading } from '../../../shared/contract/column-mapping';
import {
  importOutcomeSchema,
  type ImportOutcome,
  type ImportOverride,
} from '../../../shared/contract/imports';
import { ask, errorOf, useEngineQuery } from '../../client/engine-query';
import { useForecast } from '../../client/use-forecast';
import { useJobStore } from '../../client/use-jobs';
import { Loading } from '../../components/Placeholder';
import { Notice } from '../../components/Notice';
import { Section } from '../../components/Section';
import { useWords } from '../../i18n/use-words';
import { useImportDraft } from '../../state/import-draft';
import { useNavigation } from '../../state/navigation';
import { useNotices } from '../../state/notices';
import { ImportActions } from './ImportActions';
import { MappableReading } from './MappableReading';
import { MissingFacts } from './MissingFacts';
import { WhatChanges } from './WhatChanges';

/** So many files are shown with their first rows at once. */
const FEW = 4;
const NONE: readonly string[] = [];
const NO_READINGS: readonly TableReading[] = [];

/** How each file was read and what it would change, before anything is. */
export function ImportPreview({
  paths,
  onOutcomes,
}: {
  readonly paths: readonly string[];
  /** What each file came to, where somebody should look at it. */
  readonly onOutcomes: (outcomes: readonly ImportOutcome[]) => void;
}) {
  const words = useWords();
  const { t } = words;
  const jobs = useJobStore();
  const { clear } = useImportDraft();
  const { go } = useNavigation();
  const { show } = useNotices();
  const [override, setOverride] = useState<ImportOverride>({});
  const inspection = useEngineQuery('imports.inspect', { paths: [...paths], override });
  const [busy, setBusy] = useState(false);
  const readings = inspection.data ?? [];
  // An archive or a workbook has a reading for each of its tables.
  const readable = [...new Set(readings.filter((file) => file.ok).map(({ path }) => path))];
  const read = readings.flatMap((file) => (file.ok ? [file.reading] : []));

  const [replace, setReplace] = useState(true);
  const { forecast, restates, stop } = useForecast(busy ? NONE : readable, override, replace);

  const commit = async () => {
    setBusy(true);
    stop();
    const { jobId } = await ask('imports.start', {
      paths: readable,
      override,
      // Nothing is replaced that was not told before.
      replace: restates && replace,
    });
    const end = await jobs.endOf(jobId);
    if (end.state === 'failed') {
      show({ tone: 'error', text: ({ error }) => error(end.error) });
      return;
    }
    if (end.state === 'cancelled') {
      show({ tone: 'note', text: ({ t }) => t('imports/cancelled') });
      return;
    }
    const done = z.array(importOutcomeSchema).parse(end.result);
    const clean =
      readings.every((file) => file.ok) &&
      done.every(
        (file) =>
          file.outcome !== 'failed' &&
          file.summary.quarantined === 0 &&
          // A file of which nothing counts is to be looked at, also where every row was read.
          file.summary.state !== 'waiting' &&
          file.summary.accepted + file.summary.duplicates > 0,
      );
    // What comes next is shown anew: nothing of this choice is left over.
    clear();
    if (!clean) {
      onOutcomes(done);
      return;
    }
    const said = done.every(({ outcome }) => outcome === 'unchanged')
      ? 'imports/unchanged'
      : 'imports/done';
    show({ tone: 'success', text: ({ t }) => t(said, { count: done.length }) });
    go({ screen: 'overview' });
  };
  const start = () => {
    commit()
      .catch((thrown: unknown) =>
        show({ tone: 'error', text: ({ error }) => error(errorOf(thrown)) }),
      )
      .finally(() => setBusy(false));
  };

  return (
    <Section
      title={t('reading/title', { count: paths.length })}
      aside={t('reading/nothingChanged')}
    >
      {inspection.isPending && <Loading label={t('reading/busy')} />}
      {inspection.isError && <Notice tone="error">{words.error(errorOf(inspection.error))}</Notice>}
      <MissingFacts readings={read} override={override} onChange={setOverride} />
      <ul className="readings" data-testid="import-readings">
        {readings.map((file, index) => (
          <MappableReading
            key={`${file.path} ${index}`}
            inspection={file}
            folded={readings.length > FEW}
            readings={override.readings ?? NO_READINGS}
            onReadings={(more) => setOverride({ ...override, readings: more })}
          />
        ))}
      </ul>
      {readable.length > 0 && !busy && <WhatChanges forecast={forecast} />}
      {restates && (
        <p className="readings-replace">
          <Checkbox
            checked={replace}
            data-testid="import-replace"
            onChange={(event) => setReplace(event.target.checked)}
          >
            {t('imports:forecast/replace')}
          </Checkbox>
          <span className="muted">{t('imports:forecast/replaceHint')}</span>
        </p>
      )}
      <ImportActions
        importable={readable.length}
        reading={inspection.isPending}
        busy={busy}
        onImport={start}
        onDiscard={clear}
      />
    </Section>
  );
}
