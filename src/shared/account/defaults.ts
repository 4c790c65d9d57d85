import type { Site } from '../catalog/site';
import type { Account } from './account';

/**
 * The account that is assumed when none was given: nothing stated, so everything is derived from
 * nothing and says so (daily settlement, months by use, no trial, no packages, list prices).
 */
export function unstatedAccount(site: Site): Account {
  return { name: '', site, uin: '', apps: [], packages: [], contract: [], policy: {} };
}
