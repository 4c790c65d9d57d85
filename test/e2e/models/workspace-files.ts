import { open } from 'node:fs/promises';

/** A page of rubbish, in the file itself. */
export async function overwrite(path: string, at: number): Promise<void> {
  await written(path, Buffer.alloc(4000, 0xff), at);
}

/** SQLite keeps `user_version` as four big-endian bytes at offset 60 of the file. */
export async function stampNewer(path: string): Promise<void> {
  await written(path, Buffer.from([0, 0, 0x27, 0x0f]), 60);
}

async function written(path: string, bytes: Buffer, at: number): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.write(bytes, 0, bytes.length, at);
  } finally {
    await file.close();
  }
}
