import { Checkbox, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComparisonFilter } from '../../../shared/contract/audits';
import { causeField, itemField, statusField } from '../../../shared/contract/fields';
import { useAccountApps } from '../../client/use-account-apps';
import { Choice } from '../../components/Choice';
import { useWords } from '../../i18n/use-words';

const ANY = '';
const PAUSE_MS = 250;

/** Narrows the grid; each choice is asked of the engine, so it costs the same at any size. */
export function DifferenceFilters({
  filter,
  onChange,
}: {
  readonly filter: ComparisonFilter;
  readonly onChange: (filter: ComparisonFilter) => void;
}) {
  const { t, term, language } = useWords();
  const { i18n } = useTranslation();
  const apps = useAccountApps();
  const [text, setText] = useState(filter.text ?? '');
  const itemTerms: unknown = i18n.getResource(language, 'terms', 'items');
  const items = Object.keys(itemTerms ?? {});
  const any = (column: string) => ({
    value: ANY,
    label: t('filter/any', { column: t(`columns/${column}`) }),
  });
  const named = (column: string, group: string, ids: readonly string[]) => [
    any(column),
    ...ids.map((value) => ({ value, label: term(group, value) })),
  ];

  useEffect(() => {
    if (text === (filter.text ?? '')) return;
    const timer = setTimeout(() => onChange({ ...filter, text: text || undefined }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, filter, onChange]);

  return (
    <div className="filters" role="search">
      <Input
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder={t('filter/text')}
        aria-label={t('filter/text')}
        allowClear
        style={{ width: 200 }}
      />
      <Choice
        label={t('columns/status')}
        value={filter.status?.[0] ?? ANY}
        options={named('status', 'statuses', statusField.options)}
        onChange={(value) => {
          const status = statusField.safeParse(value);
          onChange({ ...filter, status: status.success ? [status.data] : undefined });
        }}
      />

      <Choice
        label={t('columns/cause')}
        value={filter.cause?.[0] ?? ANY}
        options={named('cause', 'causes', causeField.options)}
        onChange={(value) => {
          const cause = causeField.safeParse(value);
          onChange({ ...filter, cause: cause.success ? [cause.data] : undefined });
        }}
      />

      {apps.length > 0 && (
        <Choice
          label={t('columns/application')}
          value={filter.sdkAppId ?? ANY}
          options={[
            any('application'),
            ...apps.map(({ sdkAppId, name }) => ({
              value: sdkAppId,
              label: name === undefined ? sdkAppId : `${name} ${sdkAppId}`,
            })),
          ]}
          onChange={(value) => onChange({ ...filter, sdkAppId: value || undefined })}
        />
      )}
      <Choice
        label={t('columns/item')}
        value={filter.item ?? ANY}
        options={named('item', 'items', items)}
        onChange={(value) => {
          const item = itemField.safeParse(value);
          onChange({ ...filter, item: item.success ? item.data : undefined });
        }}
      />

      <Checkbox
        checked={filter.onlyDiscrepancies}
        onChange={(event) => onChange({ ...filter, onlyDiscrepancies: event.target.checked })}
      >
        {t('filter/onlyDifferences')}
      </Checkbox>
    </div>
  );
}
