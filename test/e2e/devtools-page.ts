/**
 * A page seen through Chromium's own debugging port. A packaged program cannot be driven from inside as a
 * checkout is: its fuses keep every debugger out of the main process.
 */
export class DevtoolsPage {
  private next = 0;
  private readonly waiting = new Map<number, (result: Record<string, unknown>) => void>();

  private constructor(private readonly socket: WebSocket) {
    socket.addEventListener('message', ({ data }) => {
      const { id, result } = JSON.parse(String(data)) as {
        id?: number;
        result?: Record<string, unknown>;
      };
      if (id === undefined) return;
      this.waiting.get(id)?.(result ?? {});
      this.waiting.delete(id);
    });
  }

  /** The page whose address begins with `start`, as soon as there is one. */
  static async find(port: number, start: string): Promise<DevtoolsPage> {
    for (let attempt = 0; attempt < 60; attempt++) {
      const answer = await fetch(`http://127.0.0.1:${port}/json`);
      const pages = (await answer.json()) as { url: string; webSocketDebuggerUrl: string }[];
      const found = pages.find((page) => page.url.startsWith(start));
      if (found !== undefined) {
        const socket = new WebSocket(found.webSocketDebuggerUrl);
        await new Promise((resolve, reject) => {
          socket.addEventListener('open', resolve);
          socket.addEventListener('error', reject);
        });
        return new DevtoolsPage(socket);
      }
      await pause(250);
    }
    throw new Error(`no page at ${start}`);
  }

  /** The value of an expression in the page. */
  async value(expression: string): Promise<unknown> {
    const { result } = await this.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    return (result as { value?: unknown } | undefined)?.value;
  }

  /** Waits until an expression's value fits. */
  async until(expression: string, fits: (value: unknown) => boolean): Promise<unknown> {
    for (let attempt = 0; attempt < 120; attempt++) {
      const value = await this.value(expression);
      if (fits(value)) return value;
      await pause(250);
    }
    throw new Error(`never came: ${expression}`);
  }

  close(): void {
    this.socket.close();
  }

  private send(method: string, params: object): Promise<Record<string, unknown>> {
    return new Promise((resolve) => {
      const id = ++this.next;
      this.waiting.set(id, resolve);
      this.socket.send(JSON.stringify({ id, method, params }));
    });
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
