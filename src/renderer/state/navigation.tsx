import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';
import type { ComparisonFilter } from '../../shared/contract/audits';
import type { Screen } from '../routes';

/** Where the user is. `filter` and `comparisonId` open Differences at a place ("show these"). */
export interface Place {
  readonly screen: Screen;
  readonly filter?: Partial<ComparisonFilter>;
  readonly comparisonId?: string;
  /** Opens Bills at this line. */
  readonly billLineId?: number;
  /** Opens Settings at its backups. */
  readonly part?: 'backups';
  /** Shows the part of the screen that stands under this heading. */
  readonly heading?: string;
  /** Opens Prices at a site, and at an item of it. */
  readonly price?: { readonly site: 'cn' | 'intl'; readonly item?: string };
  /** Opens Imports with what is known of one. */
  readonly importId?: number;
  /** Opens Differences with the list of rules. */
  readonly rules?: true;
  /** Opens Reports and verifies these files. */
  readonly verify?: readonly string[];
}

interface Navigation {
  /** `visit` is another number for each going, so that going to where one is shows it anew. */
  readonly place: Place & { readonly visit: number };
  readonly go: (place: Place) => void;
}

const NavigationContext = createContext<Navigation | null>(null);

export function NavigationProvider({ children }: { readonly children: ReactNode }) {
  const [place, setPlace] = useState<Navigation['place']>({ screen: 'overview', visit: 0 });
  const go = useCallback(
    (next: Place) => setPlace(({ visit }) => ({ ...next, visit: visit + 1 })),
    [],
  );
  return <NavigationContext value={{ place, go }}>{children}</NavigationContext>;
}

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (!navigation) throw new Error('NavigationProvider is missing above this component');
  return navigation;
}
