import { decimal, toText, type Decimal } from '../../../shared/money/decimal';

const DIGITS = 8;

/** Adds up decimal texts exactly, many of them quickly: as integers while they have at most 8 decimals. */
export class ExactSum {
  #scaled = 0n;
  #rest: Decimal = decimal(0);

  add(text: string): void {
    const point = text.indexOf('.');
    const decimals = point < 0 ? 0 : text.length - point - 1;
    if (decimals > DIGITS) this.#rest = this.#rest.plus(decimal(text));
    else this.#scaled += BigInt(text.replace('.', '') + '0'.repeat(DIGITS - decimals));
  }

  text(): string {
    return toText(this.#rest.plus(decimal(this.#scaled).div(decimal(10 ** DIGITS))));
  }
}
