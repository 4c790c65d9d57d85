import { createContext, useContext, useState, type ReactNode } from 'react';
import type { ComparisonFilter } from '../../shared/contract/audits';
import type { Screen } from '../routes';

/** Where the user is. `filter` and `comparisonId` open Differences at a place ("show these"). */
export interface Place {
  readonly screen: Screen;
  readonly filter?: Partial<ComparisonFilter>;
  readonly comparisonId?: string;
}

interface Navigation {
  readonly place: Place;
  readonly go: (place: Place) => void;
}

const NavigationContext = createContext<Navigation | null>(null);

export function NavigationProvider({ children }: { readonly children: ReactNode }) {
  const [place, go] = useState<Place>({ screen: 'overview' });
  return <NavigationContext value={{ place, go }}>{children}</NavigationContext>;
}

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (!navigation) throw new Error('NavigationProvider is missing above this component');
  return navigation;
}
