import { Button } from 'antd';
import { useId, useState } from 'react';
import { ENCODINGS } from '../../../../shared/contract/column-mapping';
import type { MappingDraft } from '../../../../shared/contract/mapping';
import { Choice } from '../../../components/Choice';
import { useWords } from '../../../i18n/use-words';
import type { Mapping } from './use-mapping';

const DELIMITERS = [',', '\t', ';', '|'] as const;

/** What the file is, and how its text is cut: every choice reads the file anew at once. */
export function MappingOverrides({
  draft,
  mapping,
  isText,
}: {
  readonly draft: MappingDraft;
  readonly mapping: Mapping;
  /** A sheet has no encoding and no delimiter of its own. */
  readonly isText: boolean;
}) {
  const { t, term } = useWords();
  const lineField = useId();
  const [line, setLine] = useState<string | null>(null);
  return (
    <div className="mapping-overrides">
      <label>
        <span>{t('mapping:readAs')}</span>
        <Choice
          label={t('mapping:readAs')}
          testId="mapping-read-as"
          value={draft.mapping.readAs}
          options={draft.candidates.map(({ readAs }) => ({
            value: readAs,
            label: t(`mapping:readings/${readAs}`),
          }))}
          onChange={mapping.readAs}
        />
      </label>
      {isText && (
        <>
          <label>
            <span>{t('mapping:encoding')}</span>
            <Choice
              label={t('mapping:encoding')}
              testId="mapping-encoding"
              value={draft.encoding}
              options={ENCODINGS.map((one) => ({ value: one, label: term('encodings', one) }))}
              onChange={(encoding) => mapping.say({ encoding })}
            />
          </label>
          <label>
            <span>{t('mapping:delimiter')}</span>
            <Choice
              label={t('mapping:delimiter')}
              testId="mapping-delimiter"
              value={draft.delimiter}
              options={DELIMITERS.map((one) => ({ value: one, label: term('delimiters', one) }))}
              onChange={(delimiter) => mapping.say({ delimiter })}
            />
          </label>
        </>
      )}
      <label htmlFor={lineField}>
        <span>{t('mapping:headerLine')}</span>
        <input
          id={lineField}
          type="number"
          min={1}
          max={1000}
          data-testid="mapping-header-line"
          value={line ?? String(draft.headerLine)}
          onChange={(event) => {
            setLine(event.target.value);
            const headerLine = Number(event.target.value);
            if (Number.isInteger(headerLine) && headerLine >= 1 && headerLine <= 1000)
              mapping.say({ headerLine });
          }}
          onBlur={() => setLine(null)}
        />
      </label>
      {Object.values(mapping.said).some(Boolean) && (
        <Button size="small" type="text" onClick={mapping.reset} data-testid="mapping-reset">
          {t('mapping:reset')}
        </Button>
      )}
    </div>
  );
}
