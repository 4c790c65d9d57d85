import { utf16Mark } from './container';
import { Gb18030ToUtf8 } from './gb18030-to-utf8';

export type Encoding = 'utf-8' | 'utf-8-bom' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** Character that stands for bytes that mean nothing in the file's encoding. */
export const UNREADABLE = '\uFFFD';

export interface DetectedEncoding {
  readonly encoding: Encoding;
  /** False while only ASCII was seen: later bytes may still show GB18030. */
  readonly certain: boolean;
}

/** Byte order mark, else strict UTF-8, else GB18030. `head` may end inside a character. */
export function detectEncoding(head: Buffer): DetectedEncoding {
  const utf16 = utf16Mark(head);
  if (utf16) return { encoding: utf16, certain: true };
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf)
    return { encoding: 'utf-8-bom', certain: true };
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return { encoding: 'utf-8', certain: head.some((byte) => byte > 0x7f) };
  } catch {
    return { encoding: 'gb18030', certain: true };
  }
}

/** Decodes a file piece by piece; a character may be split between two pieces. Drops the byte order mark. */
export interface Decoder {
  readonly write: (bytes: Buffer) => string;
  readonly end: () => string;
}

/** @param continued the text does not begin here: a byte order mark would be one of its characters */
export function decoderOf(encoding: Encoding, continued = false): Decoder {
  if (encoding === 'gb18030') {
    const text = new Gb18030ToUtf8();
    return { write: (bytes) => text.write(bytes).toString(), end: () => text.end().toString() };
  }
  const decoder = new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding, {
    ignoreBOM: continued,
  });
  return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}
