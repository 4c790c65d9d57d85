import { Input, Select } from 'antd';
import { useId } from 'react';
import {
  importOverrideSchema,
  type FileReading,
  type ImportOverride,
} from '../../../shared/contract/imports';
import { useWords } from '../../i18n/use-words';

const SERVICES = importOverrideSchema.shape.service.unwrap().options;
const ID = /^\d{5,20}$/;

interface MissingFactsProps {
  readonly readings: readonly FileReading[];
  readonly override: ImportOverride;
  readonly onChange: (override: ImportOverride) => void;
}

/** Asks for what the files do not say themselves: whose usage it is, and of which service. */
export function MissingFacts({ readings, override, onChange }: MissingFactsProps) {
  const { sentence, term } = useWords();
  const [applicationField, serviceField] = [useId(), useId()];
  const needsApplication =
    override.sdkAppId !== undefined || readings.some((reading) => reading.applicationUnsaid);
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
          <Input
            id={applicationField}
            data-testid="override-application"
            inputMode="numeric"
            style={{ width: 320 }}
            placeholder={sentence('reading', 'say/applicationHint')}
            onChange={({ target }) => {
              const text = target.value.trim();
              onChange({ ...override, sdkAppId: ID.test(text) ? text : undefined });
            }}
          />
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
