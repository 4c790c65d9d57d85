import { useContext, type ReactNode } from 'react';
import { Button } from './Button';
import { SaidAbove } from './said-above';
import './Notice.css';

export type NoticeTone = 'note' | 'success' | 'warning' | 'error';

/** A sentence that says what is so and, where something can be done, offers it. */
export function Notice({
  tone,
  children,
  action,
  dismiss,
}: {
  readonly tone: NoticeTone;
  readonly children: ReactNode;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
  readonly dismiss?: { readonly label: string; readonly run: () => void } | undefined;
}) {
  const above = useContext(SaidAbove);
  if (above !== null && children === above && !action) return null;
  return (
    <div
      className={`notice notice-${tone}`}
      role={tone === 'error' ? 'alert' : 'status'}
      data-testid="notice"
    >
      <div className="notice-text">{children}</div>
      {action && (
        <Button small onClick={action.run}>
          {action.label}
        </Button>
      )}
      {dismiss && (
        <Button small kind="quiet" onClick={dismiss.run}>
          {dismiss.label}
        </Button>
      )}
    </div>
  );
}
