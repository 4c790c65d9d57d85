import iconv from 'iconv-lite';

/** First bytes of characters of two or four bytes. */
const FIRST_LEAD = 0x81;
const LAST_LEAD = 0xfe;
const FIRST_TRAIL = 0x40;
const LAST_TRAIL = 0xfe;
/** Bytes of the longest character. */
const LONGEST = 4;
const UNREADABLE = 0xfffd;
const EURO = 0x20ac;

let pairs: Uint16Array | null = null;

/**
 * The character of each pair of bytes, by the number that the pair makes; 0: none of one UTF-16 unit. Made once, of what
 * the ordinary decoder says about every pair.
 */
function charactersOfPairs(): Uint16Array {
  if (pairs) return pairs;
  const keys: number[] = [];
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead++)
    for (let trail = FIRST_TRAIL; trail <= LAST_TRAIL; trail++) keys.push((lead << 8) | trail);
  // A line end is part of no pair: it keeps them apart, also behind a pair that means nothing.
  const bytes = Buffer.from(keys.flatMap((key) => [key >> 8, key & 0xff, 0x0a]));
  const table = new Uint16Array(1 << 16);
  for (const [index, text] of iconv.decode(bytes, 'gb18030').split('\n').entries())
    if (text.length === 1 && text.charCodeAt(0) !== UNREADABLE)
      table[keys[index] ?? 0] = text.charCodeAt(0);
  return (pairs = table);
}

/**
 * Turns GB18030 into the UTF-8 of the same text, piece by piece; a character may be cut anywhere. A byte that begins no
 * character becomes U+FFFD, and reading goes on behind it. The library's own decoder loses characters of four bytes
 * that are cut between two pieces; a law holds this one equal to it where nothing is cut.
 */
export class Gb18030ToUtf8 {
  readonly #characters = charactersOfPairs();
  /** Bytes of a character that is not whole yet. */
  #begun: Buffer = Buffer.alloc(0);

  write(piece: Buffer): Buffer {
    return this.#turn(
      this.#begun.length === 0 ? piece : Buffer.concat([this.#begun, piece]),
      false,
    );
  }

  end(): Buffer {
    return this.#turn(this.#begun, true);
  }

  #turn(bytes: Buffer, last: boolean): Buffer {
    // No byte becomes more than three.
    const out = Buffer.allocUnsafe(bytes.length * 3);
    const characters = this.#characters;
    let used = 0;
    let at = 0;
    while (at < bytes.length) {
      const byte = bytes[at] ?? 0;
      if (byte < 0x80) {
        out[used++] = byte;
        at += 1;
        continue;
      }
      let unit = characters[(byte << 8) | (bytes[at + 1] ?? 0)] ?? 0;
      if (unit !== 0) at += 2;
      else if (isFourBytes(bytes, at)) {
        used += out.write(iconv.decode(bytes.subarray(at, at + LONGEST), 'gb18030'), used);
        at += LONGEST;
        continue;
      } else if (bytes.length - at < LONGEST && !last) break;
      else {
        // The one character of one byte above ASCII, as Windows writes it.
        unit = byte === 0x80 ? EURO : UNREADABLE;
        at += 1;
      }
      if (unit >= 0x800) {
        out[used++] = 0xe0 | (unit >> 12);
        out[used++] = 0x80 | ((unit >> 6) & 0x3f);
      } else out[used++] = 0xc0 | (unit >> 6);
      out[used++] = 0x80 | (unit & 0x3f);
    }
    // A copy: the reader of the file uses its memory again.
    this.#begun = Buffer.from(bytes.subarray(at));
    return out.subarray(0, used);
  }
}

function isFourBytes(bytes: Buffer, at: number): boolean {
  const isDigit = (byte = 0) => byte >= 0x30 && byte <= 0x39;
  const isLead = (byte = 0) => byte >= FIRST_LEAD && byte <= LAST_LEAD;
  return (
    isLead(bytes[at]) && isDigit(bytes[at + 1]) && isLead(bytes[at + 2]) && isDigit(bytes[at + 3])
  );
}
