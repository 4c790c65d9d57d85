import type { ReactNode } from 'react';
import './Placeholder.css';

/** What a screen shows where there is nothing yet: what it will hold, and the way there. */
export function Empty({
  title,
  children,
  action,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className="placeholder">
      <h2>{title}</h2>
      {children !== undefined && <p className="muted">{children}</p>}
      {action}
    </div>
  );
}

/** Lines in the shape of what is coming; read out once, still for those who asked for less motion. */
export function Loading({ label, lines = 6 }: { readonly label: string; readonly lines?: number }) {
  return (
    <div className="loading" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} style={{ width: `${90 - ((index * 17) % 40)}%` }} />
      ))}
    </div>
  );
}
