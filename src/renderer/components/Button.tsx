import type { ButtonHTMLAttributes } from 'react';
import './Button.css';

/**
 * A button of the frame and the first screen, which are there before the controls of the other screens are
 * loaded. It looks like theirs.
 */
export function Button({
  kind = 'plain',
  small = false,
  busy = false,
  disabled,
  ...rest
}: Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'className'> & {
  readonly kind?: 'plain' | 'primary' | 'quiet';
  readonly small?: boolean;
  /** What it does is under way: pressing it again does nothing. */
  readonly busy?: boolean;
}) {
  return (
    <button
      type="button"
      className={`button button-${kind}${small ? ' button-small' : ''}`}
      aria-busy={busy || undefined}
      disabled={disabled === true || busy}
      {...rest}
    />
  );
}
