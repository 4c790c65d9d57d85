import { useState } from 'react';
import type { Run } from '../../../shared/contract/audits';
import { BridgeParts } from '../../bridges/BridgeParts';
import { BridgePicture } from '../../bridges/BridgePicture';
import type { DrawnChart } from '../../charts/Chart';
import { Choice } from '../../components/Choice';
import { Section } from '../../components/Section';
import { useWords } from '../../i18n/use-words';
import { SavePicture } from '../../pictures/SavePicture';

/** Pixels of the picture of the whole month. */
const HEIGHT = 286;
const BY = ['whole', 'application', 'item'] as const;

/** From expected to billed by cause: of the whole month, or of each application or item. */
export function Bridge({ run }: { readonly run: Run }) {
  const { t } = useWords();
  const [drawn, setDrawn] = useState<DrawnChart | null>(null);
  const [by, setBy] = useState<(typeof BY)[number]>('whole');
  return (
    <Section
      title={t('bridge/title')}
      aside={
        <span className="save-picture">
          <Choice
            label={t('bridge:choice')}
            value={by}
            options={BY.map((value) => ({ value, label: t(`bridge:by/${value}`) }))}
            onChange={setBy}
            testId="bridge-by"
          />
          <SavePicture chart={drawn} name={t('bridge/title')} />
        </span>
      }
    >
      {by === 'whole' ? (
        <BridgePicture
          runId={run.id}
          expected={run.totals.expected}
          billed={run.totals.billed}
          steps={run.bridge}
          filter={{}}
          height={HEIGHT}
          onDrawn={setDrawn}
        />
      ) : (
        <BridgeParts key={by} run={run} by={by} onDrawn={setDrawn} />
      )}
    </Section>
  );
}
