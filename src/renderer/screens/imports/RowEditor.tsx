import { Button } from 'antd';
import { useState } from 'react';
import type { QuarantinedRow } from '../../../shared/contract/quarantine';
import { errorOf, useEngineMutation } from '../../client/engine-query';
import { useWords } from '../../i18n/use-words';
import { useNotices } from '../../state/notices';

/** The cells of a row, each under the header of its column; they are read again by the reader of the file. */
export function RowEditor({
  row,
  onDone,
}: {
  readonly row: QuarantinedRow;
  readonly onDone: () => void;
}) {
  const { t, sentence } = useWords();
  const { show } = useNotices();
  const correct = useEngineMutation('imports.correctRows');
  const [cells, setCells] = useState<readonly string[]>(row.cells);
  const [problem, setProblem] = useState<string | null>(null);
  const line = row.origin.line ?? row.row;
  const suspect = row.params['column'] ?? row.origin.column;

  const save = () => {
    correct.mutate(
      { corrections: [{ importId: row.importId, row: row.row, cells: [...cells] }] },
      {
        onSuccess: ([outcome]) => {
          if (outcome?.problem) {
            const { code, params } = outcome.problem;
            setProblem(t('imports:quarantine/still', { reason: sentence('issues', code, params) }));
            return;
          }
          show({ tone: 'success', text: ({ t }) => t('imports:quarantine/accepted', { line }) });
          onDone();
        },
        onError: (thrown) => show({ tone: 'error', text: ({ error }) => error(errorOf(thrown)) }),
      },
    );
  };
  return (
    <form
      className="row-editor"
      aria-label={t('imports:quarantine/editing', { line })}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      <div className="row-editor-cells">
        {row.header.map((header, column) => (
          <label key={column} className={header === suspect ? 'row-editor-suspect' : undefined}>
            <span>{header}</span>
            <input
              value={cells[column] ?? ''}
              autoFocus={header === suspect}
              data-testid={header === suspect ? 'suspect-cell' : undefined}
              onChange={(event) => setCells(cells.with(column, event.target.value))}
            />
          </label>
        ))}
      </div>
      {problem !== null && (
        <p role="alert" className="row-editor-problem">
          {problem}
        </p>
      )}
      <p className="quarantine-actions">
        <Button
          size="small"
          type="primary"
          htmlType="submit"
          data-testid="quarantine-save"
          loading={correct.isPending}
        >
          {t('imports:quarantine/save')}
        </Button>
        <Button size="small" onClick={onDone}>
          {t('imports:quarantine/cancel')}
        </Button>
      </p>
    </form>
  );
}
