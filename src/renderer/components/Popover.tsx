import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import './Popover.css';

/** Pixels that a panel takes at most; the same as in Popover.css. */
const WIDEST = 340;

/** A button that opens a small panel below itself; Escape and a press elsewhere close it. */
export function Popover({
  label,
  button,
  marked = false,
  end = false,
  testId,
  children,
}: {
  /** Names the panel. */
  readonly label: string;
  readonly button: string;
  /** Something in the panel is not as at first. */
  readonly marked?: boolean;
  /** The panel stands flush with the button's end, where it has room before it; else with its beginning. */
  readonly end?: boolean;
  readonly testId?: string | undefined;
  readonly children: (close: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const [flushEnd, setFlushEnd] = useState(end);
  const id = useId();
  const buttonId = `${id}button`;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    place.current?.querySelector<HTMLElement>(`.popover-panel :is(input, button)`)?.focus();
    const closeOutside = (event: PointerEvent) => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [open]);
  /** The keys were in the panel, which goes: they are at its button again. */
  const close = () => {
    setOpen(false);
    document.getElementById(buttonId)?.focus();
  };
  return (
    <div
      ref={place}
      className="popover"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        close();
      }}
    >
      <button
        type="button"
        id={buttonId}
        className={marked ? 'popover-button popover-marked' : 'popover-button'}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        data-testid={testId}
        onClick={() => {
          setFlushEnd(end && roomBefore(place.current) >= WIDEST);
          setOpen(!open);
        }}
      >
        <span>{button}</span>
        <svg viewBox="0 0 8 8" width="8" height="8" aria-hidden="true">
          <path d="M1 2.5 4 5.5 7 2.5" />
        </svg>
      </button>
      {open && (
        <div
          id={id}
          className={flushEnd ? 'popover-panel popover-end' : 'popover-panel'}
          role="group"
          aria-label={label}
        >
          {children(close)}
        </div>
      )}
    </div>
  );
}

/** Pixels from the screen's beginning to the button's end. */
function roomBefore(place: HTMLElement | null): number {
  if (!place) return 0;
  const from = place.closest('main')?.getBoundingClientRect().left ?? 0;
  return place.getBoundingClientRect().right - from;
}
