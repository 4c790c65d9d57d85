import { Button, Input } from 'antd';
import { useId, useRef, useState } from 'react';
import type { SaidReading, TableOfFile } from '../../../../shared/contract/column-mapping';
import { ask, errorOf } from '../../../client/engine-query';
import { IssueList } from '../../../issues/IssueList';
import { Loading } from '../../../components/Placeholder';
import { Notice } from '../../../components/Notice';
import { useWords } from '../../../i18n/use-words';
import { useNotices } from '../../../state/notices';
import { ColumnList } from './ColumnList';
import { FieldList } from './FieldList';
import { HeaderChanged } from './HeaderChanged';
import { MappingOverrides } from './MappingOverrides';
import { MappingPreview } from './MappingPreview';
import { useMapping } from './use-mapping';
import './Mapping.css';

interface MappingEditorProps {
  readonly table: TableOfFile;
  readonly isText: boolean;
  readonly before: SaidReading;
  /** How the table is to be read from now on. */
  readonly onUse: (said: SaidReading) => void;
  readonly onClose: () => void;
}

/** Says what the columns of a table mean, from either end, and shows at once how its rows are then read. */
export function MappingEditor({ table, isText, before, onUse, onClose }: MappingEditorProps) {
  const words = useWords();
  const { t } = words;
  const { show } = useNotices();
  const mapping = useMapping(table, before);
  const { draft, picked, said } = mapping;
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const nameField = useId();
  const panes = useRef<HTMLDivElement>(null);

  if (mapping.failed)
    return (
      <div className="mapping-editor">
        <Notice
          tone="error"
          action={{ label: t('mapping:reset'), run: mapping.reset }}
          dismiss={{ label: t('mapping:close'), run: onClose }}
        >
          {words.error(errorOf(mapping.failed))}
        </Notice>
      </div>
    );
  if (!draft) return <Loading label={t('loading')} />;

  const nameOf = (field: string) =>
    field === 'tier' && !draft.fields.includes('tier')
      ? t('mapping:tierNeeded')
      : t(`mapping:fields/${field}`);
  const focus = (list: string, at: string | number) =>
    panes.current
      ?.querySelector<HTMLButtonElement>(`[data-testid="${list}"] [data-pick="${at}"]`)
      ?.focus();
  const pickColumn = (column: number) => {
    if (picked?.end === 'field') {
      mapping.connect(column, picked.field);
      focus('mapping-fields', picked.field);
      return;
    }
    const again = picked?.end === 'column' && picked.column === column;
    mapping.pick(again ? null : { end: 'column', column });
  };
  const pickField = (field: string) => {
    if (picked?.end === 'column') {
      mapping.connect(picked.column, field);
      focus('mapping-columns', picked.column);
      return;
    }
    const again = picked?.end === 'field' && picked.field === field;
    mapping.pick(again ? null : { end: 'field', field });
  };

  const isOwn = said.mapping !== undefined || !draft.recognised;
  const complete = draft.missing.length === 0;
  const refused = draft.rows.find(({ outcome }) => outcome === 'quarantined');
  // Why the first row cannot be read says more than how many cannot.
  const problems = [
    ...draft.issues,
    ...(refused?.code == null
      ? []
      : [{ severity: 'warning' as const, code: refused.code, params: refused.params }]),
  ];
  const save = (as: string) => {
    setBusy(true);
    ask('imports.saveProfile', { name: as, header: draft.header, mapping: draft.mapping })
      .then((saved) => {
        const profile = { name: saved.name, version: saved.version };
        show({ tone: 'success', text: ({ t }) => t('mapping:saved', profile) });
        onUse({ ...said, mapping: { ...draft.mapping, profile } });
      })
      .catch((thrown: unknown) =>
        show({ tone: 'error', text: ({ error }) => error(errorOf(thrown)) }),
      )
      .finally(() => setBusy(false));
  };

  const status =
    picked === null
      ? t('mapping:how')
      : picked.end === 'column'
        ? t('mapping:choseColumn', { column: draft.header[picked.column] ?? '' })
        : t('mapping:choseField', { field: nameOf(picked.field) });
  return (
    <div
      className="mapping-editor"
      role="group"
      aria-label={t('mapping:title', { file: table.sheet ?? table.fileName ?? '' })}
      data-testid="mapping-editor"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        if (picked) mapping.pick(null);
        else onClose();
      }}
    >
      <p className="muted">{t(draft.recognised ? 'mapping:known' : 'mapping:unknown')}</p>
      <MappingOverrides draft={draft} mapping={mapping} isText={isText} />
      {draft.change && (
        <HeaderChanged
          change={draft.change}
          disabled={!complete || busy}
          onConfirm={() => save(draft.change?.name ?? '')}
        />
      )}
      <p
        className={picked ? 'mapping-status mapping-status-picked' : 'mapping-status'}
        role="status"
      >
        {status}
        {picked?.end === 'column' && draft.fields[picked.column] != null && (
          <Button
            size="small"
            data-testid="mapping-disconnect"
            onClick={() => mapping.disconnect(picked.column)}
          >
            {t('mapping:clear')}
          </Button>
        )}
        {picked && (
          <Button size="small" type="text" onClick={() => mapping.pick(null)}>
            {t('mapping:cancel')}
          </Button>
        )}
      </p>
      <div className="mapping-panes" ref={panes} data-picked={picked?.end}>
        <section>
          <h3>{t('mapping:columns')}</h3>
          <ColumnList draft={draft} mapping={mapping} onPick={pickColumn} />
        </section>
        <section>
          <h3>{t('mapping:fieldList')}</h3>
          <FieldList draft={draft} mapping={mapping} onPick={pickField} />
        </section>
      </div>
      <h3>{t('mapping:preview')}</h3>
      <MappingPreview draft={draft} />
      <p
        className={complete ? 'mapping-complete' : 'mapping-missing'}
        role="status"
        data-testid="mapping-missing"
      >
        <span aria-hidden="true">{complete ? '✓ ' : '✕ '}</span>
        {complete
          ? t('mapping:complete')
          : t('mapping:missing', { fields: draft.missing.map(nameOf).join(' · ') })}
      </p>
      {problems.length > 0 && <IssueList issues={problems} />}
      <form
        className="mapping-save"
        onSubmit={(event) => {
          event.preventDefault();
          save(name.trim());
        }}
      >
        <label htmlFor={nameField}>{t('mapping:saveName')}</label>
        <Input
          id={nameField}
          value={name}
          maxLength={80}
          data-testid="mapping-name"
          onChange={(event) => setName(event.target.value)}
        />
        <Button
          type="primary"
          htmlType="submit"
          loading={busy}
          disabled={!complete || name.trim() === ''}
          data-testid="mapping-save"
        >
          {t('mapping:save')}
        </Button>
        <Button
          disabled={!complete}
          data-testid="mapping-use"
          onClick={() => onUse(isOwn ? { ...said, mapping: draft.mapping } : said)}
        >
          {t('mapping:use')}
        </Button>
        <Button type="text" onClick={onClose}>
          {t('mapping:close')}
        </Button>
        <span className="muted mapping-save-hint">{t('mapping:saveHint')}</span>
      </form>
    </div>
  );
}
