import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { protocol, type ProtocolResponse } from 'electron';
import type { Language } from '../../shared/contract/fields';
import { isOwnPage, pathWithin } from './app-address';

/**
 * Nothing but the program's own files, no plug-ins, no frames, no forms. Styles may be inline: the widget
 * library writes its rules into the page, and without any remote address a style can send nothing away.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** To be called before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      // The page's scripts are kept compiled from one start to the next; an Electron before 28 ignores it.
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/**
 * A whole body at once. Electron has called this way obsolete since `protocol.handle` came, which makes Node load its
 * fetch, build a Request and a Response and stream each file through the shell: a tenth of a start.
 */
interface WholeBodies {
  registerBufferProtocol(
    scheme: string,
    answer: (
      request: { readonly url: string; readonly method: string },
      respond: (response: ProtocolResponse) => void,
    ) => void,
  ): boolean;
}

/**
 * Serves `folder` as app://recount/. With the page itself comes the name of the file that holds the words of
 * `language`, so that it is loaded beside the script that will ask for it.
 */
export function serveApp(folder: string, language: () => Language | null): void {
  const bodies: WholeBodies = protocol;
  bodies.registerBufferProtocol('app', ({ url, method }, respond) => {
    const answer = method === 'GET' ? answerTo(folder, url) : NOT_FOUND;
    const spoken = isOwnPage(url) ? language() : null;
    respond(
      spoken === null ? answer : { ...answer, headers: { ...answer.headers, link: words(spoken) } },
    );
  });
}

const words = (language: Language): string =>
  `</assets/words-${language.toLowerCase()}.js>; rel=modulepreload`;

const NOT_FOUND: ProtocolResponse = { statusCode: 404, data: Buffer.alloc(0) };

function answerTo(folder: string, url: string): ProtocolResponse {
  const path = pathWithin(folder, url);
  const type = path === null ? undefined : CONTENT_TYPES[extname(path)];
  if (path === null || type === undefined) return NOT_FOUND;
  try {
    // Few and small files that were just read or are read ahead: a thread's answer would come later than the file.
    return { data: readFileSync(path), mimeType: type, headers: headersFor(type) };
  } catch {
    return NOT_FOUND;
  }
}

function headersFor(type: string): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-store',
  };
}
