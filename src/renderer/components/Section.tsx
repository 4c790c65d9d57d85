import { useId, type ReactNode } from 'react';
import './Section.css';

/** A titled part of a screen, under a thin rule. */
export function Section({
  title,
  aside,
  children,
}: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {aside !== undefined && <div className="section-aside">{aside}</div>}
      </header>
      {children}
    </section>
  );
}
