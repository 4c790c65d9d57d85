import { useState, type DragEvent, type ReactNode } from 'react';
import { bridge } from '../client/bridge';
import { useWords } from '../i18n/use-words';
import { useNotices } from '../state/notices';

/** Files can be dropped on any part of the window, at any time. */
export function DropAnywhere({
  onPaths,
  children,
}: {
  readonly onPaths: (paths: readonly string[]) => void;
  readonly children: ReactNode;
}) {
  const { t } = useWords();
  const { show } = useNotices();
  const [over, setOver] = useState(false);
  /** From one part of the window to another is still over it; outside it there is nothing to go to. */
  const onLeave = ({ currentTarget, relatedTarget }: DragEvent) => {
    if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) setOver(false);
  };
  const onOver = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = [...event.dataTransfer.files].map((file) => ({
      name: file.name,
      path: bridge().desktop.pathOf(file),
    }));
    // An attachment out of another program, for example, has no path.
    const lost = dropped.filter(({ path }) => path === '');
    if (lost.length > 0) {
      show({
        tone: 'warning',
        text: ({ t }) =>
          t('drop/leftOut', {
            count: lost.length,
            names: lost.map(({ name }) => name).join(t('list')),
          }),
      });
    }
    const paths = dropped.flatMap(({ path }) => (path === '' ? [] : [path]));
    if (paths.length > 0) onPaths(paths);
  };
  return (
    <div className="drop-anywhere" onDragLeave={onLeave} onDragOver={onOver} onDrop={onDrop}>
      {children}
      {over && <div className="drop-veil">{t('drop/release')}</div>}
    </div>
  );
}
