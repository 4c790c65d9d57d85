import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ChargePlaces } from '../../../../src/main/engine/store/runs/charge-places';

it('finds each charge in whatever order they are asked for, and none that is not there', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.stringMatching(/^[a-f]{1,3}$/), { maxLength: 12 }),
      fc.array(fc.stringMatching(/^[a-f]{1,3}$/), { maxLength: 12 }),
      fc.integer({ min: 0, max: 12 }),
      (ids, asked, skipped) => {
        const places = new ChargePlaces(ids.map((id) => ({ id })));
        for (const id of [...ids.slice(skipped), ...asked, ...ids]) {
          const place = ids.indexOf(id);
          expect(places.of(id)).toBe(place < 0 ? undefined : place);
        }
      },
    ),
  );
});
