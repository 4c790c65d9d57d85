import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { bridge } from '../client/bridge';
import { useWords } from '../i18n/use-words';

/** Files can be dropped on any part of the window, at any time. */
export function DropAnywhere({
  onPaths,
  children,
}: {
  readonly onPaths: (paths: readonly string[]) => void;
  readonly children: ReactNode;
}) {
  const { t } = useWords();
  const depth = useRef(0);
  const [over, setOver] = useState(false);
  const settle = (change: number) => {
    depth.current = Math.max(0, depth.current + change);
    setOver(depth.current > 0);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    settle(-depth.current);
    const paths = [...event.dataTransfer.files]
      .map((file) => bridge().desktop.pathOf(file))
      .filter((path) => path !== '');
    onPaths(paths);
  };
  return (
    <div
      className="drop-anywhere"
      onDragEnter={() => settle(1)}
      onDragLeave={() => settle(-1)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      {children}
      {over && <div className="drop-veil">{t('drop/release')}</div>}
    </div>
  );
}
