import { z } from 'zod';
import type { WireMessage } from '../../shared/contract/transport';
import type { EventBus } from './event-bus';
import type { Serve } from './serve';

/** The engine's end of a process port. */
export interface Port {
  readonly post: (message: WireMessage) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
}

const requestSchema = z.object({
  type: z.literal('request'),
  id: z.number().int(),
  method: z.string(),
  input: z.unknown(),
});

/** Answers the requests that come in by `port` and sends every event out. What is no request is ignored. */
export function servePort(port: Port, serve: Serve, bus: EventBus): void {
  bus.onAny((event, payload) => port.post({ type: 'event', event, payload }));
  port.onMessage((message) => {
    const request = requestSchema.safeParse(message);
    if (!request.success) return;
    const { id, method, input } = request.data;
    void serve(method, input).then((answer) => port.post({ type: 'answer', id, answer }));
  });
}
