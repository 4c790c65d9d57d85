import { decimalParts, formatAmount, MINUS } from '../format/decimal-text';
import { VEIL } from '../format/privacy';
import { usePrivacy } from './use-privacy';
import './Amount.css';

/**
 * Money, exact. The digits after the second decimal are quieter, and `decimals` keeps room for as many
 * as the widest number of a column has, so that the points of a column stand under each other.
 */
export function Amount({
  value,
  signed = false,
  decimals,
}: {
  readonly value: string;
  readonly signed?: boolean;
  readonly decimals?: number;
}) {
  if (usePrivacy()) return <span className="amount">{VEIL}</span>;
  const parts = decimalParts(value, 2);
  if (!parts) return <span className="amount">{formatAmount(value)}</span>;
  const sign = parts.negative ? MINUS : signed && !parts.zero ? '+' : '';
  const missing = decimals === undefined ? 0 : Math.max(0, decimals - parts.fraction.length);
  return (
    <span className="amount" style={missing > 0 ? { paddingInlineEnd: `${missing}ch` } : undefined}>
      {`${sign}${parts.whole}.${parts.fraction.slice(0, 2)}`}
      {parts.fraction.length > 2 && <span className="amount-tail">{parts.fraction.slice(2)}</span>}
    </span>
  );
}

/** A difference in money: its sign and colour say in whose favour, never the colour alone. */
export function Difference({
  value,
  decimals,
}: {
  readonly value: string;
  readonly decimals?: number;
}) {
  const hidden = usePrivacy();
  const parts = decimalParts(value, 2);
  const tone = hidden || !parts || parts.zero ? 'none' : parts.negative ? 'under' : 'over';
  return (
    <span className={`difference difference-${tone}`}>
      <Amount value={value} signed {...(decimals === undefined ? {} : { decimals })} />
    </span>
  );
}
