import type { Handlers } from '../../../shared/contract/contract';
import { shippedPriceBooks } from '../audit/price-books';
import type { EngineContext } from '../engine-context';
import { sqliteVersion } from '../store/workspace/sqlite-version';
import { ENGINE_VERSION } from '../version';

export function aboutHandlers({ electron }: EngineContext): Pick<Handlers, 'engine.about'> {
  return {
    'engine.about': () => ({
      engine: ENGINE_VERSION,
      node: process.versions.node,
      sqlite: sqliteVersion(),
      electron,
      priceBooks: [...shippedPriceBooks()].map(([site, { hash, latest }]) => ({
        site,
        hash,
        latest,
      })),
    }),
  };
}
