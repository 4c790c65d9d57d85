import type { Site } from '../catalog/site';
import type { Citation } from '../citation';
import type { DerivedFact } from './facts';

/** What the provider says about an account whose balance is below zero, per site. */
const CITATIONS: Readonly<Record<Site, Citation>> = {
  cn: {
    document: '欠费停服说明.md',
    date: '2022',
    printed: '24 h to top up, then stopped; running sessions are charged',
    evidence: 'seen',
  },
  intl: {
    document: '欠费停服说明.md',
    date: '2022',
    printed: '24 h to top up, then stopped; taken to hold on both sites',
    evidence: 'inferred',
  },
};

/**
 * That arrears are not known, and what they would do: no export that Recount reads holds the account's balance, so
 * the service status takes the account to be paid up on all days.
 */
export function arrearsNote(site: Site): DerivedFact {
  return {
    fact: 'arrears',
    value: 'not-known',
    reason: `arrears-${site}`,
    params: {},
    citation: CITATIONS[site],
  };
}
