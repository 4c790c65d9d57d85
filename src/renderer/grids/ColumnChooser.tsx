import { Button } from 'antd';
import type { GridLayout } from '../../shared/contract/grid-layout';
import { layoutOf, withMoved, withShown, withWidth } from '../components/grid/column-layout';
import { Popover } from '../components/Popover';
import { useWords } from '../i18n/use-words';

interface NamedColumn {
  readonly key: string;
  readonly title: string;
  readonly width: number;
}

/** Which columns are shown, in which order and how wide; everything by keyboard. */
export function ColumnChooser({
  columns,
  layout,
  onChange,
}: {
  readonly columns: readonly NamedColumn[];
  readonly layout: GridLayout | null;
  readonly onChange: (layout: GridLayout | null) => void;
}) {
  const { t } = useWords();
  const now = layout ?? layoutOf(columns);
  const shown = now.columns.flatMap((key) => columns.find((column) => column.key === key) ?? []);
  const hidden = columns.filter(({ key }) => !now.columns.includes(key));
  return (
    <Popover
      label={t('grid:columns')}
      button={t('grid:columns')}
      marked={layout !== null}
      end
      testId="columns"
    >
      {() => (
        <>
          {[...shown, ...hidden].map(({ key, title, width }) => {
            const place = now.columns.indexOf(key);
            return (
              <div key={key} className="popover-row">
                <input
                  type="checkbox"
                  id={`column-${key}`}
                  checked={place >= 0}
                  onChange={(event) => onChange(withShown(now, key, event.target.checked))}
                />
                <label htmlFor={`column-${key}`} className="popover-name">
                  {title}
                </label>
                <input
                  type="number"
                  className="popover-width"
                  aria-label={t('grid:widthOf', { column: title })}
                  min={24}
                  max={2000}
                  step={8}
                  disabled={place < 0}
                  value={now.widths[key] ?? width}
                  onChange={(event) => onChange(withWidth(now, key, event.target.valueAsNumber))}
                />
                <button
                  type="button"
                  aria-label={t('grid:earlier', { column: title })}
                  disabled={place <= 0}
                  onClick={() => onChange(withMoved(now, key, -1))}
                >
                  ↑
                </button>
                <button
                  type="button"
                  aria-label={t('grid:later', { column: title })}
                  disabled={place < 0 || place === now.columns.length - 1}
                  onClick={() => onChange(withMoved(now, key, 1))}
                >
                  ↓
                </button>
              </div>
            );
          })}
          <div className="popover-foot">
            <Button size="small" disabled={layout === null} onClick={() => onChange(null)}>
              {t('grid:asAtFirst')}
            </Button>
          </div>
        </>
      )}
    </Popover>
  );
}
