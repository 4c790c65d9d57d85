import { join, normalize, sep } from 'node:path';

/** The page is served over its own scheme, not file://, so that it has an origin of its own and one folder only. */
export const APP_ORIGIN = 'app://recount';
export const APP_PAGE = `${APP_ORIGIN}/index.html`;

const APP_SCHEME = 'app:';
const APP_HOST = 'recount';

/** The file an address stands for; null for another host and for a way out of the folder. */
export function pathWithin(folder: string, address: string): string | null {
  const url = parsed(address);
  if (url === null || url.protocol !== APP_SCHEME || url.host !== APP_HOST) return null;
  let asked: string;
  try {
    asked = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  // A NUL would cut the name short below us; a backslash is a separator on Windows only.
  if (asked.includes('\0') || asked.includes('\\')) return null;
  const path = normalize(join(folder, asked));
  return path.startsWith(normalize(folder) + sep) ? path : null;
}

/** True for the program's own page and files, and for what the page makes itself. */
export function isOwnAddress(address: string): boolean {
  const url = parsed(address);
  if (url === null) return false;
  if (url.protocol === 'data:' || url.protocol === 'blob:') return true;
  return url.protocol === APP_SCHEME && url.host === APP_HOST;
}

/** The one page a frame may show; a reload of it is no navigation away. */
export function isOwnPage(address: string): boolean {
  return address.replace(/[?#].*$/, '') === APP_PAGE;
}

/** `URL.canParse` came with Node 19.9, after the oldest runtime the shell is tested in. */
function parsed(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

interface Frame {
  readonly url: string;
}

/** What a message to the shell tells of where it comes from; `senderFrame` is gone once the frame is. */
export interface Sender {
  readonly senderFrame?: Frame | null | undefined;
  readonly sender: { readonly mainFrame: Frame };
}

/** True when a message comes from the top frame of the program's own page. */
export function isTrustedSender({ senderFrame, sender }: Sender): boolean {
  if (senderFrame === null || senderFrame === undefined) return false;
  return senderFrame === sender.mainFrame && isOwnPage(senderFrame.url);
}
