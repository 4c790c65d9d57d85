import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { protocol } from 'electron';
import { pathWithin } from './app-address';

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

/** Serves `folder` as app://recount/. */
export function serveApp(folder: string): void {
  protocol.handle('app', async (request) => {
    const path = pathWithin(folder, request.url);
    const type = path === null ? undefined : CONTENT_TYPES[extname(path)];
    if (request.method !== 'GET' || path === null || type === undefined) return notFound();
    try {
      return new Response(new Uint8Array(await readFile(path)), { headers: headersFor(type) });
    } catch {
      return notFound();
    }
  });
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

function notFound(): Response {
  return new Response(null, { status: 404 });
}
