import type { Input, MethodName, Output } from '../../shared/contract/contract';
import type { Desktop, RecountBridge } from '../../shared/contract/desktop';
import type { Answer, Transport } from '../../shared/contract/transport';

declare global {
  interface Window {
    /** Put there by the preload; the only way from the window to anything else. */
    readonly recount: RecountBridge;
  }
}

/** The engine as the rest of the page asks it: answers are objects again. */
const transport: Transport = {
  invoke: async <M extends MethodName>(method: M, input: Input<M>) =>
    JSON.parse(await window.recount.transport.invoke(method, input)) as Answer<Output<M>>,
  on: (event, listener) => window.recount.transport.on(event, listener),
};

export const bridge = (): { readonly transport: Transport; readonly desktop: Desktop } => ({
  transport,
  desktop: window.recount.desktop,
});
