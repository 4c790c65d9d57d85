import { z } from 'zod';

export const pictureMethods = {
  /**
   * Writes a chart of the window as a file at the place that was chosen for it.
   * Bytes of another format, or another name, are a fault of the window.
   */
  'pictures.write': {
    input: z.object({
      path: z.string(),
      format: z.enum(['svg', 'png']),
      /** The file's bytes. */
      base64: z.string(),
    }),
    output: z.object({}),
  },
} as const;
