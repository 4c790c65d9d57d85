import { decoderOf, type Encoding } from './encoding';
import type { Stretch } from './file-bytes';
import { Gb18030ToUtf8 } from './gb18030-to-utf8';

interface ToUtf8 {
  readonly write: (bytes: Buffer) => Buffer;
  readonly end: () => Buffer;
}

function toUtf8(encoding: Encoding): ToUtf8 {
  if (encoding === 'gb18030') return new Gb18030ToUtf8();
  const decoder = decoderOf(encoding);
  return {
    write: (bytes) => Buffer.from(decoder.write(bytes)),
    end: () => Buffer.from(decoder.end()),
  };
}

export function isUtf8Encoding(encoding: Encoding): boolean {
  return encoding === 'utf-8' || encoding === 'utf-8-bom';
}

/**
 * The stretches of a file as the same text in UTF-8, without the byte order mark of UTF-16; those of a file in UTF-8 as
 * they are. Bytes that mean nothing become U+FFFD. `bytesDone` counts bytes of the file, as ever.
 */
export async function* stretchesInUtf8(
  stretches: AsyncGenerator<Stretch, undefined>,
  encoding: Encoding,
): AsyncGenerator<Stretch, undefined> {
  if (isUtf8Encoding(encoding)) return yield* stretches;
  const text = toUtf8(encoding);
  let bytesDone = 0;
  for await (const stretch of stretches) {
    ({ bytesDone } = stretch);
    yield { bytes: text.write(stretch.bytes), bytesDone };
  }
  const rest = text.end();
  if (rest.length > 0) yield { bytes: rest, bytesDone };
}
