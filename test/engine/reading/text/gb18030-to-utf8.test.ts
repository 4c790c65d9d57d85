import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { Gb18030ToUtf8 } from '../../../../src/main/engine/reading/text/gb18030-to-utf8';

/** Text as exports hold it, letters of other scripts, characters of four bytes, and bytes that mean nothing. */
const stretch = fc.oneof(
  fc.string({ unit: 'grapheme' }).map((text) => iconv.encode(text, 'gb18030')),
  fc
    .constantFrom('2023-06-01,实时音视频,分钟\n', 'é', '€', '\u{20BB7}', '\uE5E5', '한국어', '㐀')
    .map((text) => iconv.encode(text, 'gb18030')),
  fc.uint8Array({ maxLength: 6 }).map((bytes) => Buffer.from(bytes)),
);

function inPieces(bytes: Buffer, cuts: readonly number[]): Buffer {
  const writer = new Gb18030ToUtf8();
  const places = [...cuts.map((cut) => cut % (bytes.length + 1)), 0, bytes.length].sort(
    (a, b) => a - b,
  );
  const out = places.slice(1).map((to, index) => {
    // The reader uses the same memory for the next piece.
    const piece = Buffer.from(bytes.subarray(places[index], to));
    const written = Buffer.from(writer.write(piece));
    piece.fill(0xff);
    return written;
  });
  return Buffer.concat([...out, writer.end()]);
}

describe('GB18030 as UTF-8', () => {
  it('is the text of the ordinary decoder, wherever it is cut and whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.array(stretch, { maxLength: 12 }),
        fc.array(fc.nat(), { maxLength: 5 }),
        (all, cuts) => {
          const bytes = Buffer.concat(all);
          expect(inPieces(bytes, cuts).toString()).toBe(
            Buffer.from(iconv.decode(bytes, 'gb18030')).toString(),
          );
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('has every pair of bytes', () => {
    for (let lead = 0x80; lead <= 0xff; lead++)
      for (let trail = 0x30; trail <= 0xff; trail++) {
        const bytes = Buffer.from([0x41, lead, trail, 0x42, 0x0a]);
        expect(inPieces(bytes, [2]).toString()).toBe(iconv.decode(bytes, 'gb18030'));
      }
  });
});
