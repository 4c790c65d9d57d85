import { describe, expect, it } from 'vitest';
import { audit, auditing } from '../../../src/shared/reconcile/audit';
import { AuditMemory } from '../../../src/shared/reconcile/audit-memory';
import { cleanMonth } from '../../support/clean-month';
import { everywhere } from '../../support/metering-mistakes';
import { MISTAKES } from '../../support/mistakes';
import { plantedEverywhere } from '../../support/planted-bill';
import { Random } from '../../support/random';

/** A month of which most lines differ: more than one step of work. */
function differing() {
  const random = new Random(5);
  const month = cleanMonth(random, 30);
  const wrong = MISTAKES.find(({ name }) => name === 'tax') ?? everywhere('row-rounding');
  const { lines } = plantedEverywhere(month, wrong, random);
  return { ...month, billLines: lines, period: null };
}

describe('an audit step by step', () => {
  it('says how far it is, never backwards, and ends with what an audit in one go says', () => {
    const input = differing();
    const steps = auditing(input);
    const places: number[] = [];
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        expect(step.value).toEqual(audit(input));
        break;
      }
      expect(step.value.phase).toBe('comparing');
      if (step.value.total !== null) expect(step.value.done).toBeLessThanOrEqual(step.value.total);
      places.push(step.value.done);
    }
    expect(places.length).toBeGreaterThan(2);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('can be left at any step; the next audit starts with a memory of its own', () => {
    const input = differing();
    const memory = new AuditMemory();
    const left = auditing(input, memory);
    left.next();
    left.next();
    left.return(audit(input));
    expect(audit(input, new AuditMemory())).toEqual(audit(input));
  });
});
