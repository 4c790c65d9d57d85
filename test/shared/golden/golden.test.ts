import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHINA } from './china-vectors';
import { INTERNATIONAL } from './international-vectors';
import { VALUE_ADDED } from './value-added-vectors';
import { check, type Vector } from './vector';

const titled = (vectors: readonly Vector[]) =>
  vectors.map((vector) => [`${vector.id}: ${vector.about}`, vector] as const);

describe('examples of the provider, through the engine (rulebook, section 9)', () => {
  it.each(titled(CHINA))('%s', (_title, vector) => {
    check(vector);
  });
  it.each(titled(INTERNATIONAL))('%s', (_title, vector) => {
    check(vector);
  });
  it.each(titled(VALUE_ADDED))('%s', (_title, vector) => {
    check(vector);
  });

  it('every example of section 9 is here once; the others are in golden-balances.test.ts', () => {
    const ids = [...CHINA, ...INTERNATIONAL, ...VALUE_ADDED].map(({ id }) => id.split(' ')[0]);
    const file = readFileSync(join(import.meta.dirname, 'golden-balances.test.ts'), 'utf8');
    const balances = [...file.matchAll(/\(\s*'(G\d+):/g)].map(([, id]) => id);
    const section9 =
      'G01 G02 G03a G03b G04 G07 G10 G11 G12 G13 G14 G15 G16 G17 G18 G19 G20 G22 G23 ' +
      'G30 G31 G32 G34 G35 G37 G38 G39 G50 G51 G52 G54 G55 G57 G58 G60 G62 G63';
    expect([...new Set(ids), ...balances].sort()).toEqual(section9.split(' '));
  });
});
