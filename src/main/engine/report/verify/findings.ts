import type { VerifyFinding } from '../../../../shared/contract/reports';

/** A person reads the first of them; the rest is counted. */
const LISTED = 20;

/** Gathers what differs: a few in full, all of them counted. */
export class Findings {
  readonly listed: VerifyFinding[] = [];
  more = 0;
  compared = 0;
  #differs = false;

  get verified(): boolean {
    return !this.#differs;
  }

  differs(code: VerifyFinding['code'], params: VerifyFinding['params'] = {}): void {
    this.#differs = true;
    if (this.listed.length < LISTED) this.listed.push({ code, weight: 'differs', params });
    else this.more += 1;
  }

  note(code: VerifyFinding['code'], params: VerifyFinding['params'] = {}): void {
    this.listed.push({ code, weight: 'note', params });
  }

  /** One value of the report beside what comes out today. */
  value(place: string, found: string, expected: string): void {
    this.compared += 1;
    if (found !== expected)
      this.differs('cell', { place, found: shown(found), expected: shown(expected) });
  }
}

function shown(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 119)}…`;
}
