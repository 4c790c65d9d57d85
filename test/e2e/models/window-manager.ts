import { connect, type Socket } from 'node:net';

// What this manager answers to. Its whole protocol is in "X Window System Protocol, version 11" and in
// "Extended Window Manager Hints", both public.
const ATOMS = [
  '_NET_SUPPORTED',
  '_NET_WM_STATE',
  '_NET_WM_STATE_MAXIMIZED_VERT',
  '_NET_WM_STATE_MAXIMIZED_HORZ',
  '_NET_WM_STATE_HIDDEN',
  '_NET_ACTIVE_WINDOW',
  'WM_CHANGE_STATE',
] as const;
type Atom = (typeof ATOMS)[number];
const MAXIMIZED: readonly Atom[] = ['_NET_WM_STATE_MAXIMIZED_VERT', '_NET_WM_STATE_MAXIMIZED_HORZ'];

const [ATOM, CARDINAL_BITS] = [4, 32];
const OPCODE = {
  attributes: 2,
  map: 8,
  configure: 12,
  internAtom: 16,
  property: 18,
  focus: 42,
  whoHasFocus: 43,
};
const EVENT = { made: 16, mapRequest: 20, configureRequest: 23, clientMessage: 33 };
/** SubstructureRedirect and SubstructureNotify: who asks for the first is the manager of the windows. */
const MANAGES = (1 << 20) | (1 << 19);

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Managed {
  place: Place;
  readonly states: Set<Atom>;
}

/**
 * The display of the tests has nobody who could maximise or minimise a window. This does, as far as a program can
 * see it, and nothing else: no frames, no keys. Where somebody does already, or lets nobody in, it does nothing.
 */
export class WindowManager {
  private readonly atoms = new Map<Atom, number>();
  private readonly windows = new Map<number, Managed>();
  private root = 0;
  private screen: Place = { x: 0, y: 0, width: 0, height: 0 };
  private input = Buffer.alloc(0);
  private begun: () => void = () => undefined;
  private refused = false;

  private readonly socket: Socket;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on('data', (bytes) => {
      this.input = Buffer.concat([this.input, bytes]);
      while (this.readOne());
    });
  }

  /** Manages the windows of `display` (":7") from when it resolves until `end`. */
  static async begin(display: string): Promise<WindowManager> {
    const number = /:(\d+)/.exec(display)?.[1] ?? '0';
    const socket = connect(`/tmp/.X11-unix/X${number}`);
    const manager = new WindowManager(socket);
    const ready = new Promise<void>((resolve) => {
      manager.begun = resolve;
      socket.once('error', resolve);
    });
    // Least significant byte first, version 11.0, no authorisation.
    socket.write(Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
    await ready;
    return manager;
  }

  end(): void {
    this.socket.destroy();
  }

  private readOne(): boolean {
    const { input } = this;
    if (this.root === 0) {
      if (input.length < 8 || input.length < 8 + 4 * input.readUInt16LE(6)) return false;
      this.input = input.subarray(8 + 4 * input.readUInt16LE(6));
      this.meet(input);
      return true;
    }
    if (input.length < 32) return false;
    this.input = input.subarray(32);
    const kind = (input[0] ?? 0) & 0x7f;
    if (kind === 0) this.refused = true;
    else if (kind === 1) this.answered(input.readUInt32LE(8));
    else if (kind === EVENT.made) this.made(input);
    else if (kind === EVENT.mapRequest) this.map(input.readUInt32LE(8));
    else if (kind === EVENT.configureRequest) this.configure(input);
    else if (kind === EVENT.clientMessage) this.message(input);
    return true;
  }

  /** The greeting names the screen; the names of the hints are asked for, and answered in their order. */
  private meet(greeting: Buffer): void {
    if (greeting[0] !== 1) {
      this.begun();
      return;
    }
    const vendor = Math.ceil(greeting.readUInt16LE(24) / 4) * 4;
    const screen = 40 + vendor + 8 * (greeting[29] ?? 0);
    this.root = greeting.readUInt32LE(screen);
    const [width, height] = [20, 22].map((at) => greeting.readUInt16LE(screen + at));
    this.screen = { x: 0, y: 0, width: width ?? 0, height: height ?? 0 };
    for (const name of ATOMS) {
      const padded = Buffer.alloc(4 + Math.ceil(name.length / 4) * 4);
      padded.writeUInt16LE(name.length, 0);
      padded.write(name, 4, 'latin1');
      this.request(OPCODE.internAtom, 0, padded);
    }
  }

  private answered(atom: number): void {
    const name = ATOMS[this.atoms.size];
    if (name !== undefined) {
      this.atoms.set(name, atom);
      if (this.atoms.size < ATOMS.length) return;
      this.request(OPCODE.attributes, 0, words(this.root, 0x800, MANAGES));
      // Answered after a refusal has come, if one comes.
      this.request(OPCODE.whoHasFocus, 0, words());
      return;
    }
    if (!this.refused) this.setAtoms(this.root, '_NET_SUPPORTED', ATOMS);
    this.begun();
  }

  private made(event: Buffer): void {
    const [x = 0, y = 0] = [12, 14].map((at) => event.readInt16LE(at));
    const [width = 0, height = 0] = [16, 18].map((at) => event.readUInt16LE(at));
    this.windowOf(event.readUInt32LE(8)).place = { x, y, width, height };
  }

  private map(window: number): void {
    this.windowOf(window);
    this.request(OPCODE.map, 0, words(window));
    this.activate(window);
  }

  private configure(event: Buffer): void {
    const window = event.readUInt32LE(8);
    const mask = event.readUInt16LE(26) & 0xf;
    const { place } = this.windowOf(window);
    const wished = {
      x: mask & 1 ? event.readInt16LE(16) : place.x,
      y: mask & 2 ? event.readInt16LE(18) : place.y,
      width: mask & 4 ? event.readUInt16LE(20) : place.width,
      height: mask & 8 ? event.readUInt16LE(22) : place.height,
    };
    this.windowOf(window).place = wished;
    this.put(window, wished);
  }

  private message(event: Buffer): void {
    const window = event.readUInt32LE(4);
    const said = ATOMS.find((name) => this.atoms.get(name) === event.readUInt32LE(8));
    const { states, place } = this.windowOf(window);
    if (said === 'WM_CHANGE_STATE') states.add('_NET_WM_STATE_HIDDEN');
    else if (said === '_NET_ACTIVE_WINDOW') states.delete('_NET_WM_STATE_HIDDEN');
    else if (said === '_NET_WM_STATE') {
      const [act, ...atoms] = [12, 16, 20].map((at) => event.readUInt32LE(at));
      for (const name of ATOMS.filter((each) => atoms.includes(this.atoms.get(each) ?? 0))) {
        if (act === 1 || (act === 2 && !states.has(name))) states.add(name);
        else states.delete(name);
      }
    } else return;
    this.setAtoms(window, '_NET_WM_STATE', [...states]);
    this.put(window, MAXIMIZED.every((state) => states.has(state)) ? this.screen : place);
    if (said === '_NET_ACTIVE_WINDOW') this.activate(window);
  }

  private windowOf(window: number): Managed {
    const known = this.windows.get(window) ?? { place: this.screen, states: new Set<Atom>() };
    this.windows.set(window, known);
    return known;
  }

  private put(window: number, { x, y, width, height }: Place): void {
    this.request(OPCODE.configure, 0, words(window, 0xf, x, y, width, height));
  }

  private activate(window: number): void {
    this.request(OPCODE.focus, 1, words(window, 0));
  }

  private setAtoms(window: number, property: Atom, values: readonly Atom[]): void {
    const atoms = values.map((name) => this.atoms.get(name) ?? 0);
    const head = [window, this.atoms.get(property) ?? 0, ATOM, CARDINAL_BITS, atoms.length];
    this.request(OPCODE.property, 0, words(...head, ...atoms));
  }

  private request(opcode: number, detail: number, body: Buffer): void {
    const head = Buffer.from([opcode, detail, 0, 0]);
    head.writeUInt16LE(1 + body.length / 4, 2);
    this.socket.write(Buffer.concat([head, body]));
  }
}

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => bytes.writeInt32LE(value | 0, 4 * index));
  return bytes;
}
