import { rename, rm, writeFile } from 'node:fs/promises';
import type { Handlers } from '../../../shared/contract/contract';
import { invariant } from '../../../shared/invariant';

type PictureMethod = Extract<keyof Handlers, `pictures.${string}`>;

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Only a picture is written, and only under a picture's name, whatever asks. */
function isPicture(path: string, format: 'svg' | 'png', bytes: Buffer): boolean {
  if (!path.toLowerCase().endsWith(`.${format}`)) return false;
  return format === 'png'
    ? bytes.subarray(0, PNG.length).equals(PNG)
    : /^\s*<svg[\s/>]/.test(bytes.subarray(0, 200).toString('utf8'));
}

export function pictureHandlers(): Pick<Handlers, PictureMethod> {
  return {
    'pictures.write': async ({ path, format, base64 }) => {
      const bytes = Buffer.from(base64, 'base64');
      invariant(isPicture(path, format, bytes), `no ${format} to be written`);
      const draft = `${path}.new`;
      try {
        await writeFile(draft, bytes, { flush: true });
        await rename(draft, path);
      } finally {
        await rm(draft, { force: true });
      }
      return {};
    },
  };
}
