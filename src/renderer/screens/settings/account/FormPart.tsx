import type { ReactNode } from 'react';

/** A part of the form under its own name; `changed` where it is not saved. */
export function FormPart({
  title,
  lead,
  changed,
  children,
}: {
  readonly title: string;
  readonly lead?: string | undefined;
  /** The word that says so; null where nothing was changed. */
  readonly changed: string | null;
  readonly children: ReactNode;
}) {
  return (
    <fieldset className="account-part">
      <legend>
        {title}
        {changed !== null && <span className="account-changed">{changed}</span>}
      </legend>
      {lead !== undefined && <p className="muted">{lead}</p>}
      {children}
    </fieldset>
  );
}
