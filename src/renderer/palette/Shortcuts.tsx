import { useRef, useState } from 'react';
import { Button } from '../components/Button';
import { useWords } from '../i18n/use-words';
import { useSettings } from '../state/settings';
import { fitOf } from './palette-entry';
import { isLetterKey, keyText, SHORTCUTS } from './shortcut-list';
import { useModal } from './use-modal';

/** All keys of the window, to be searched by what they do or by the key. */
export function Shortcuts({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const { settings, change } = useSettings();
  const { letterKeys } = settings;
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const mac = navigator.userAgent.includes('Mac');
  useModal(dialog);
  const shown = SHORTCUTS.map(({ id, keys }) => ({
    id,
    title: t(`palette:shortcuts/${id}`),
    keys: keys
      .filter((chord) => letterKeys || !isLetterKey(chord))
      .map((chord) => keyText(chord, mac)),
  })).filter(({ title, keys }) => fitOf({ title, also: keys.join(' ') }, typed) !== null);
  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={t('palette:shortcutsTitle')}
      data-testid="shortcuts"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <input
        type="text"
        aria-label={t('palette:shortcutsTitle')}
        placeholder={t('palette:shortcutsSearch')}
        autoFocus
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <dl className="palette-keys" tabIndex={0}>
        {shown.map(({ id, title, keys }) => (
          <div key={id}>
            <dt>{title}</dt>
            <dd>
              {keys.map((chord) => (
                <kbd key={chord}>{chord}</kbd>
              ))}
              {keys.length === 0 && <span className="muted">{t('palette:noKey')}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <p className="palette-letters">
        <span role="status">{t(letterKeys ? 'palette:lettersOn' : 'palette:lettersOff')}</span>
        <Button small data-testid="letter-keys" onClick={() => change({ letterKeys: !letterKeys })}>
          {t(letterKeys ? 'palette:switchOff' : 'palette:switchOn')}
        </Button>
      </p>
      <div role="status">
        {shown.length === 0 && <p className="muted palette-none">{t('palette:none')}</p>}
      </div>
    </dialog>
  );
}
