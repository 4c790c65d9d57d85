/** Rows between two looks at the rest of the world. */
const ROWS_PER_TURN = 10_000;

/** Counts the rows of one long writing, and lets messages in after each stretch of them. */
export class WriteTurns {
  readonly #turn: (rowsDone: number) => Promise<void>;
  #done = 0;
  #next = ROWS_PER_TURN;

  /** @param turn is awaited with the number of rows written so far; what it throws ends the writing. */
  constructor(turn: (rowsDone: number) => Promise<void>) {
    this.#turn = turn;
  }

  /** After each written stretch: what to wait for; null while there is nothing, which is nearly always. */
  after(rows: number): Promise<void> | null {
    this.#done += rows;
    return this.#done < this.#next ? null : this.now();
  }

  now(): Promise<void> {
    this.#next = this.#done + ROWS_PER_TURN;
    return this.#turn(this.#done);
  }
}
