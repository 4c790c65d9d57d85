import { invariant } from '../../../../shared/invariant';
import type { Issue } from '../../../../shared/issue';
import type { ImportWriter, StoredPiece } from '../../store/evidence/import-writer';
import type { Meter } from '../../store/evidence/meter-ids';
import type { RowRefusal } from '../../reading/cells/row-outcome';

/** Numbers of a usage row: row, meter, day, start, seconds, minutes, deducted; NaN for what is not there. */
const WIDTH = 7;
const FIRST_ROWS = 2048;

interface Quarantined {
  readonly row: number;
  readonly refusal: RowRefusal;
  readonly line: number;
  readonly raw: string;
}

/** Rows that were read on another thread, on their way to the database. */
export interface RowBatch {
  /** {@link WIDTH} numbers a row; a meter is the place of its name among those of all batches, from 0. */
  readonly usage: Float64Array<ArrayBuffer>;
  readonly meters: readonly Meter[];
  readonly quarantined: readonly Quarantined[];
  readonly issues: readonly Issue[];
  readonly chunks: readonly StoredPiece[];
}

/** Writes down what an import would write, to be written by {@link replayed}. Only usage of one measurement a row. */
export class RecordedRows {
  #usage = new Float64Array(FIRST_ROWS * WIDTH);
  #used = 0;
  readonly #known = new Map<string, number>();
  #meters: Meter[] = [];
  #quarantined: Quarantined[] = [];
  #issues: Issue[] = [];
  #chunks: StoredPiece[] = [];

  readonly writer: ImportWriter = {
    meter: (meter) => this.#meterOf(meter),
    measured: (...numbers) => this.#add(...numbers),
    usage: (row, value, slot = 0) => {
      invariant(slot === 0, 'a row of several measurements is read where it is written');
      const { day, startSecond, seconds, minutesE4, deductedE4 } = value;
      const meter = this.#meterOf(value);
      this.#add(row, meter, day, startSecond, seconds, minutesE4, deductedE4);
      return meter;
    },
    bill: (row) => invariant(false, `row ${row} of a bill is read where it is written`),
    evidence: (row) => invariant(false, `row ${row} of evidence is read where it is written`),
    quarantine: (row, refusal, line, raw) =>
      void this.#quarantined.push({ row, refusal, line, raw }),
    issue: (issue) => void this.#issues.push(issue),
    chunk: (piece) => void this.#chunks.push(piece),
    flush: () => undefined,
  };

  /** Everything since the last call. */
  take(): RowBatch {
    const batch = {
      usage: this.#usage.slice(0, this.#used),
      meters: this.#meters,
      quarantined: this.#quarantined,
      issues: this.#issues,
      chunks: this.#chunks,
    };
    this.#used = 0;
    [this.#meters, this.#quarantined, this.#issues, this.#chunks] = [[], [], [], []];
    return batch;
  }

  #meterOf({ sdkAppId, item, granularity, unit }: Meter): number {
    const name = JSON.stringify([sdkAppId, item, granularity, unit]);
    let known = this.#known.get(name);
    if (known === undefined) {
      this.#known.set(name, (known = this.#known.size));
      this.#meters.push({ sdkAppId, item, granularity, unit });
    }
    return known;
  }

  #add(
    row: number,
    meter: number,
    day: number,
    startSecond: number | null,
    seconds: number,
    minutesE4: number | null,
    deductedE4: number | null,
  ): void {
    if (this.#used + WIDTH > this.#usage.length) {
      const larger = new Float64Array(this.#usage.length * 2);
      larger.set(this.#usage);
      this.#usage = larger;
    }
    const [usage, at] = [this.#usage, this.#used];
    usage[at] = row;
    usage[at + 1] = meter;
    usage[at + 2] = day;
    usage[at + 3] = startSecond ?? NaN;
    usage[at + 4] = seconds;
    usage[at + 5] = minutesE4 ?? NaN;
    usage[at + 6] = deductedE4 ?? NaN;
    this.#used = at + WIDTH;
  }
}

/** Writes batches in the order in which they were taken, as if their rows had been read here. */
export function replayed(writer: ImportWriter): (batch: RowBatch) => void {
  const meters: number[] = [];
  const orNull = (value = NaN) => (Number.isNaN(value) ? null : value);
  return ({ usage, meters: names, quarantined, issues, chunks }) => {
    for (const name of names) meters.push(writer.meter(name));
    for (let at = 0; at < usage.length; at += WIDTH)
      writer.measured(
        usage[at] ?? 0,
        meters[usage[at + 1] ?? 0] ?? 0,
        usage[at + 2] ?? 0,
        orNull(usage[at + 3]),
        usage[at + 4] ?? 0,
        orNull(usage[at + 5]),
        orNull(usage[at + 6]),
      );
    for (const { row, refusal, line, raw } of quarantined)
      writer.quarantine(row, refusal, line, raw);
    for (const issue of issues) writer.issue(issue);
    for (const chunk of chunks) writer.chunk(chunk);
  };
}
