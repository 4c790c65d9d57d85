/** A value of a JSON text that was asked for, as it stands there. */
export interface JsonPart {
  /** Names and places from the outermost value inwards; the first is the number of the document. */
  readonly path: readonly (string | number)[];
  readonly text: string;
  /** Line on which it begins. */
  readonly line: number;
}

/** Thrown for text that is no JSON; `line` is where that shows. */
export class JsonDamaged extends Error {
  override readonly name = 'JsonDamaged';
  readonly line: number;
  constructor(line: number) {
    super(`no JSON at line ${line}`);
    this.line = line;
  }
}

/** One answer, or one row of it, is far smaller; more is no answer of these interfaces. */
const PART_LIMIT = 16 * 1024 * 1024;
const MOST_DEPTH = 200;

interface Frame {
  readonly kind: '{' | '[';
  key: string;
  index: number;
  expects: 'value' | 'comma' | 'key' | 'colon' | 'first';
}

const QUOTE = 34;
const BACKSLASH = 92;
const STRING_END = /["\\\u0000-\u001f]/g;
const LITERAL = /[-+.\w]/;

/**
 * Finds values inside a JSON text of any length that comes in pieces, one document or several behind each
 * other, without holding more of it than one such value. What stands around them is checked as strictly as
 * what is inside is by JSON.parse, which is left to the caller.
 */
export class JsonScan {
  readonly #wanted: (path: readonly (string | number)[]) => boolean;
  readonly #frames: Frame[] = [];
  #documents = 0;
  #line = 1;
  /** Inside a string: how it began. */
  #string: 'key' | 'value' | null = null;
  #escaped = false;
  #literal = '';
  #key = '';
  /** The value that is being collected, and how deep it lies. */
  #part: { path: readonly (string | number)[]; text: string; line: number; depth: number } | null =
    null;

  constructor(wanted: (path: readonly (string | number)[]) => boolean) {
    this.#wanted = wanted;
  }

  /** Takes the next piece and answers the values that ended in it. Throws {@link JsonDamaged}. */
  push(text: string): JsonPart[] {
    const found: JsonPart[] = [];
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      if (this.#string === 'value' && !this.#escaped) {
        // Most of an answer stands between quotes, and nothing there matters but how it ends.
        STRING_END.lastIndex = at;
        const end = STRING_END.exec(text);
        if (!end) break;
        at = end.index;
      }
      const code = text.charCodeAt(at);
      if (code === 10) this.#line++;
      if (this.#string !== null) {
        this.#inString(code, text, at);
        continue;
      }
      const char = text[at] ?? '';
      if (this.#literal !== '') {
        if (LITERAL.test(char)) {
          this.#literal += char;
          continue;
        }
        this.#endLiteral();
      }
      if (code <= 32) {
        if (code !== 32 && code !== 9 && code !== 10 && code !== 13) this.#fail();
        continue;
      }
      const begins = this.#structure(char, at);
      if (begins && !this.#part) {
        const path = this.#path();
        if (this.#wanted(path)) {
          this.#part = { path, text: '', line: this.#line, depth: this.#frames.length - 1 };
          from = at;
        }
      }
      const part = this.#part;
      if (part && this.#frames.length === part.depth) {
        found.push({
          path: part.path,
          text: part.text + text.slice(from, at + 1),
          line: part.line,
        });
        this.#part = null;
      }
    }
    if (this.#part) {
      this.#part.text += text.slice(from);
      if (this.#part.text.length > PART_LIMIT) this.#fail();
    }
    return found;
  }

  /** To be called when there is no more text. Throws {@link JsonDamaged} where something is left open. */
  end(): void {
    if (this.#literal !== '') this.#endLiteral();
    if (this.#string !== null || this.#frames.length > 0 || this.#documents === 0) this.#fail();
  }

  #fail(): never {
    throw new JsonDamaged(this.#line);
  }

  #path(): (string | number)[] {
    // The value that has just begun is the innermost frame: it has no place inside itself.
    return [
      this.#documents - 1,
      ...this.#frames.slice(0, -1).map((frame) => (frame.kind === '{' ? frame.key : frame.index)),
    ];
  }

  #inString(code: number, text: string, at: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (code === BACKSLASH) this.#escaped = true;
    else if (code === QUOTE) {
      const frame = this.#frames.at(-1);
      if (this.#string === 'key' && frame) {
        frame.key = this.#key;
        frame.expects = 'colon';
      }
      this.#string = null;
      return;
    } else if (code < 32) this.#fail();
    if (this.#string === 'key') {
      this.#key += text[at] ?? '';
      if (this.#key.length > 1000) this.#fail();
    }
  }

  #endLiteral(): void {
    if (!/^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)$/.test(this.#literal))
      this.#fail();
    this.#literal = '';
  }

  /** Takes a character outside strings and literals; true where an object or a list begins. */
  #structure(char: string, at: number): boolean {
    const frame = this.#frames.at(-1);
    switch (char) {
      case '{':
      case '[':
        this.#beginValue(frame, char);
        if (this.#frames.length > MOST_DEPTH) this.#fail();
        this.#frames.push({ kind: char, key: '', index: -1, expects: 'first' });
        return true;
      case '}':
      case ']':
        if (
          frame?.kind !== (char === '}' ? '{' : '[') ||
          (frame.expects !== 'comma' && frame.expects !== 'first')
        )
          this.#fail();
        this.#frames.pop();
        return false;
      case ',':
        if (frame?.expects !== 'comma') this.#fail();
        frame.expects = frame.kind === '{' ? 'key' : 'value';
        return false;
      case ':':
        if (frame?.expects !== 'colon') this.#fail();
        frame.expects = 'value';
        return false;
      case '"':
        if (frame?.kind === '{' && (frame.expects === 'key' || frame.expects === 'first')) {
          this.#string = 'key';
          this.#key = '';
        } else {
          this.#beginValue(frame, char);
          this.#string = 'value';
        }
        return false;
      default:
        if (!LITERAL.test(char) && !(char === '\uFEFF' && at === 0)) this.#fail();
        if (char === '\uFEFF') return false;
        this.#beginValue(frame, char);
        this.#literal = char;
        return false;
    }
  }

  #beginValue(frame: Frame | undefined, char: string): void {
    if (!frame) {
      this.#documents++;
      return;
    }
    const ready = frame.expects === 'value' || (frame.kind === '[' && frame.expects === 'first');
    if (!ready) this.#fail();
    frame.index++;
    frame.expects = 'comma';
    // A row that is no object would be lost in silence.
    if (!this.#part && frame.kind === '[' && char !== '{' && char !== '[') {
      if (this.#wanted([...this.#path(), frame.index])) this.#fail();
    }
  }
}
