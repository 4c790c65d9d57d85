/** Thrown when the program contradicts itself. Never used for bad input: that is an Issue or an EngineError. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

/** States what must be true here; throws {@link InvariantError} when it is not. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (condition === false || condition === null || condition === undefined)
    throw new InvariantError(message);
}
