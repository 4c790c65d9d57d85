/** What a file is, told by its first bytes, before anybody believes its name. */
export type Container =
  | 'csv'
  | 'xlsx'
  | 'xls'
  | 'zip'
  | 'document'
  | 'numbers'
  | 'pdf'
  | 'json'
  | 'html'
  | 'image'
  | 'binary';

const SIGNATURES: readonly (readonly [Container, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['binary', [0x1f, 0x8b]],
];

const startsWith = (head: Buffer, bytes: readonly number[]) =>
  bytes.every((byte, index) => head[index] === byte);

/** Whether the bytes are UTF-16 by their byte order mark, the only text with NUL bytes. */
export function utf16Mark(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (startsWith(head, [0xff, 0xfe])) return 'utf-16le';
  return startsWith(head, [0xfe, 0xff]) ? 'utf-16be' : null;
}

/** What an archive is, by the names of its first entries: office programs save archives too. */
function inArchive(names: string): Container {
  if (/(?:^|[^\w/])xl\//.test(names)) return 'xlsx';
  if (/(?:^|[^\w/])(?:word|ppt)\//.test(names)) return 'document';
  if (/Index\/[\w/]+\.iwa/.test(names)) return 'numbers';
  return names.includes('[Content_Types].xml') ? 'xlsx' : 'zip';
}

export function containerOf(head: Buffer): Container {
  const signed = SIGNATURES.find(([, bytes]) => startsWith(head, bytes));
  if (signed) return signed[0];
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06]))
    return inArchive(head.toString('latin1'));
  if (utf16Mark(head)) return 'csv';
  if (head.includes(0)) return 'binary';
  const begin = head.toString('latin1').replace(/^(?:\xEF\xBB\xBF)?\s+|^\xEF\xBB\xBF/, '');
  if (/^(?:\{\s*["}]|\[\s*[[{\]])/.test(begin)) return 'json';
  return /^<(?:!doctype|html|\?xml|table)/i.test(begin) ? 'html' : 'csv';
}
