import { open, type FileHandle } from 'node:fs/promises';

/** Characters that are held before they are written. */
const PIECE = 256 * 1024;

/**
 * A file of ours that text is written to, little by little. What goes wrong, a full disk for example, is thrown where
 * the text is given: nothing happens behind anybody's back, also not after it was given up.
 */
export class UnpackedText {
  readonly #file: FileHandle;
  #held: string[] = [];
  #length = 0;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** @param flags a file that is there already is an error, unless they say otherwise */
  static async create(place: string, flags = 'wx'): Promise<UnpackedText> {
    return new UnpackedText(await open(place, flags));
  }

  /** Answers what to wait for; null while there is nothing, which is nearly always. */
  write(text: string): Promise<void> | null {
    this.#held.push(text);
    this.#length += text.length;
    return this.#length < PIECE ? null : this.#flush();
  }

  async close(): Promise<void> {
    await this.#flush();
    await this.#file.close();
  }

  /** Closes the file without what is still held; nothing if it is closed already. */
  async abandon(): Promise<void> {
    await this.#file.close();
  }

  async #flush(): Promise<void> {
    const text = this.#held.join('');
    [this.#held, this.#length] = [[], 0];
    if (text !== '') await this.#file.appendFile(text);
  }
}
