import type { EngineError } from './error';
import type { EventName, EventPayload, Input, MethodName, Output } from './contract';

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: EngineError };

/** The whole wire between a client and the engine: over a process port, or in the same process. */
export interface Transport {
  invoke<M extends MethodName>(method: M, input: Input<M>): Promise<Answer<Output<M>>>;
  /** Returns the function that stops listening. */
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void;
}

/**
 * The wire as the page is given it: an answer comes as JSON, to be parsed there. One text crosses the wall between
 * the preload and the page at once; an object is copied over it property by property, which for a page of a large
 * table takes longer than drawing it. Every answer is plain: texts, safe numbers, lists, records.
 */
export interface PageTransport extends Pick<Transport, 'on'> {
  invoke<M extends MethodName>(method: M, input: Input<M>): Promise<string>;
}

/** What crosses a process port. */
export type RequestMessage = {
  readonly type: 'request';
  readonly id: number;
  readonly method: string;
  readonly input: unknown;
};
export type AnswerMessage = {
  readonly type: 'answer';
  readonly id: number;
  readonly answer: Answer<unknown>;
};
export type EventMessage = {
  readonly type: 'event';
  readonly event: string;
  readonly payload: unknown;
};
export type WireMessage = RequestMessage | AnswerMessage | EventMessage;
