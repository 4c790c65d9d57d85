import { events, type EventName, type EventPayload } from '../../shared/contract/contract';

export type Emit = <E extends EventName>(event: E, payload: EventPayload<E>) => void;
type Listener = (event: EventName, payload: unknown) => void;

/** What the engine says by itself, to whoever listens. */
export interface EventBus {
  readonly emit: Emit;
  /** Hears every event. Returns the function that stops listening. */
  readonly onAny: (listener: Listener) => () => void;
  /** Hears one event. Returns the function that stops listening. */
  readonly on: <E extends EventName>(
    event: E,
    listener: (payload: EventPayload<E>) => void,
  ) => () => void;
}

/** `checked`: every payload is parsed with its schema before it is sent (development, tests). */
export function createEventBus(checked: boolean): EventBus {
  const listeners = new Set<Listener>();
  const onAny = (listener: Listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return {
    emit: (event, payload) => {
      if (checked) events[event].parse(payload);
      for (const listener of [...listeners]) listener(event, payload);
    },
    onAny,
    on: <E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void) =>
      onAny((name, payload) => {
        // The bus only carries what `emit` was given for that name.
        if (name === event) listener(payload as EventPayload<E>);
      }),
  };
}
