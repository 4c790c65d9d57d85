import { secondsOfMinutes, PER_MINUTE } from '../../reading/cells/usage-quantity';
import { DaysSeen, storeText, takeRow, type PendingChunk, type RowSink } from './import-rows';
import type { Lines } from './pieces';
import { CR, LF, lineEnd, type UsageLines } from './usage-lines';

/** Reads rows of usage by their bytes; what is not ordinary goes the way of all other rows. */
export class LineImport {
  readonly #usage: UsageLines;
  readonly #separator: string;
  readonly #sink: RowSink;
  /** Ids of meters by the number that {@link UsageLines} has for them. */
  readonly #meters = new Map<number, number>();

  constructor(usage: UsageLines, separator: string, sink: RowSink) {
    this.#usage = usage;
    this.#separator = separator;
    this.#sink = sink;
  }

  /** Reads and writes the rows of some lines, and answers when their text is stored too. */
  take(lines: Lines): PendingChunk {
    const { bytes, firstLine } = lines;
    const { tally } = this.#sink;
    const days = new DaysSeen();
    const firstRow = tally.rows + 1;
    let line = firstLine;
    for (let at = 0; at < bytes.length; line++) {
      if (bytes[at] === LF || bytes[at] === CR) {
        at += bytes[at] === CR ? 2 : 1;
        continue;
      }
      tally.rows += 1;
      if (this.#usage.read(bytes, at)) {
        this.#write(days);
        at = this.#usage.next;
      } else {
        const lf = bytes.indexOf(LF, at);
        this.#readText(bytes.toString('utf8', at, lineEnd(bytes, lf)), line, days);
        at = lf + 1;
      }
    }
    lines.count = line - firstLine;
    return storeText(bytes, { firstRow, firstLine, days }, this.#sink);
  }

  #write(days: DaysSeen): void {
    const { reader, tally, writer, watch } = this.#sink;
    const { value, deducted, span, unit } = this.#usage;
    const minutes = unit === 'minutes';
    const meter = this.#meters.get(this.#usage.meter) ?? this.#newMeter();
    tally.accepted += 1;
    const deductedE4 = minutes ? deducted : null;
    writer.measured(
      tally.rows,
      meter,
      span.day,
      span.start,
      minutes ? secondsOfMinutes(value) : value,
      minutes ? value : null,
      deductedE4,
    );
    watch.seeNumbers(meter, span.day, span.start ?? -1, value, deductedE4 ?? -1);
    reader.sawUsage(minutes ? value : value * PER_MINUTE);
    days.see(span.day, span.day);
  }

  /** What is only needed once for all rows of a meter. */
  #newMeter(): number {
    const row = this.#usage.row();
    this.#sink.first ??= row;
    this.#sink.tally.apps.add(row.sdkAppId);
    const meter = this.#sink.writer.meter(row);
    this.#meters.set(this.#usage.meter, meter);
    return meter;
  }

  #readText(text: string, line: number, days: DaysSeen): void {
    const place = { line: () => line, raw: () => text, lastOfFile: false };
    takeRow(this.#sink.reader.read(text.split(this.#separator)), place, this.#sink, days);
  }
}
