import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useWords } from '../i18n/use-words';
import { fitting, type PaletteEntry } from './palette-entry';
import { useFoundFacts } from './use-found-facts';
import { useFoundRows } from './use-found-rows';
import { useModal } from './use-modal';
import { usePaletteEntries, type FrameActions } from './use-palette-entries';
import './Palette.css';

const MOST = 40;

/** Type to go anywhere or do anything: arrows choose, Enter does it, Escape closes. */
export function Palette({
  workspaceOpen,
  actions,
  onClose,
}: {
  readonly workspaceOpen: boolean;
  readonly actions: FrameActions;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const known = fitting(usePaletteEntries(workspaceOpen, actions), typed, MOST);
  const facts = useFoundFacts(typed, workspaceOpen);
  const found = useFoundRows(typed);
  const entries = [...known, ...facts.entries, ...found.entries];
  const chosen = Math.min(at, entries.length - 1);

  useModal(dialog);
  useEffect(() => {
    document.getElementById(`${id}-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, chosen]);

  const run = (entry: PaletteEntry | undefined) => {
    if (!entry) return;
    // Closed by itself it gives the focus back, so that what comes next can do so, too.
    dialog.current?.close();
    onClose();
    entry.run();
  };
  const enter = useEnter(entries[chosen], facts.pending || found.pending, run);
  const onKeyDown = (event: KeyboardEvent) => {
    // The keys that a language is typed with are not the palette's.
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setAt((chosen + step + entries.length) % Math.max(1, entries.length));
    else if (event.key === 'Enter') enter.press();
    else return;
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={t('palette:title')}
      data-testid="palette"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <input
        type="text"
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={entries.length > 0 ? `${id}-${chosen}` : undefined}
        aria-label={t('palette:title')}
        placeholder={t('palette:placeholder')}
        data-testid="palette-input"
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
          enter.forget();
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={t('palette:title')} tabIndex={-1}>
        {entries.map((entry, index) => (
          <li
            key={entry.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            data-testid="palette-entry"
            onClick={() => run(entry)}
            onPointerMove={() => setAt(index)}
          >
            <span>{entry.title}</span>
            {entry.detail !== undefined && <span className="muted">{entry.detail}</span>}
            <span className="palette-group">{t(`palette:groups/${entry.group}`)}</span>
          </li>
        ))}
      </ul>
      <div role="status">
        {entries.length === 0 && <p className="muted palette-none">{t('palette:none')}</p>}
      </div>
      <p className="palette-foot muted">{t('palette:keys')}</p>
    </dialog>
  );
}

/** Enter before the engine has answered is kept until it has, and taken back by the next letter. */
function useEnter(
  entry: PaletteEntry | undefined,
  pending: boolean,
  run: (entry: PaletteEntry | undefined) => void,
) {
  const kept = useRef(false);
  useEffect(() => {
    if (!kept.current || (!entry && pending)) return;
    kept.current = false;
    run(entry);
  });
  return {
    press: () => {
      if (entry) run(entry);
      else kept.current = pending;
    },
    forget: () => {
      kept.current = false;
    },
  };
}
