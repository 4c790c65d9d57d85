import { Select } from 'antd';
import { useId, useState } from 'react';
import {
  importOverrideSchema,
  type FileReading,
  type ImportOverride,
} from '../../../shared/contract/imports';
import { useWords } from '../../i18n/use-words';
import { ApplicationField } from './ApplicationField';
import { isApplicationId } from './application-id';

const SERVICES = importOverrideSchema.shape.service.unwrap().options;

interface MissingFactsProps {
  readonly readings: readonly FileReading[];
  readonly override: ImportOverride;
  readonly onChange: (override: ImportOverride) => void;
}

/** Asks for what the files do not say themselves: whose usage it is, and of which service. */
export function MissingFacts({ readings, override, onChange }: MissingFactsProps) {
  const { t, sentence, term } = useWords();
  const [application, setApplication] = useState(override.sdkAppId ?? '');
  const [applicationField, serviceField] = [useId(), useId()];
  const needsApplication =
    application !== '' || readings.some((reading) => reading.applicationUnsaid);
  const needsService =
    override.service !== undefined ||
    readings.some(({ stated }) =>
      stated.some(({ fact, by }) => fact === 'service' && by === 'assumed'),
    );
  if (!needsApplication && !needsService) return null;
  return (
    <p className="readings-actions" data-testid="missing-facts" style={{ alignItems: 'center' }}>
      {needsApplication && (
        <>
          <label htmlFor={applicationField}>{sentence('reading', 'say/application')}</label>
          <ApplicationField
            id={applicationField}
            testId="override-application"
            width={320}
            value={application}
            placeholder={sentence('reading', 'say/applicationHint')}
            problemId={`${applicationField}-wrong`}
            onChange={(text) => {
              setApplication(text);
              const id = text.trim();
              onChange({ ...override, sdkAppId: isApplicationId(id) ? id : undefined });
            }}
          />
          {application.trim() !== '' && !isApplicationId(application.trim()) && (
            <span id={`${applicationField}-wrong`} role="alert">
              {t('application:bad')}
            </span>
          )}
        </>
      )}
      {needsService && (
        <>
          <label htmlFor={serviceField}>{sentence('reading', 'say/service')}</label>
          <Select
            id={serviceField}
            data-testid="override-service"
            style={{ minWidth: 220 }}
            value={override.service ?? ''}
            onChange={(service: ImportOverride['service'] | '') =>
              onChange({ ...override, service: service === '' ? undefined : service })
            }
            options={[
              { value: '' as const, label: sentence('reading', 'say/serviceAuto') },
              ...SERVICES.map((service) => ({
                value: service,
                label: term('tierServices', service),
              })),
            ]}
          />
        </>
      )}
    </p>
  );
}
