import type { DecisionView } from '../../shared/contract/decision-records';

export type DecisionOrigin = DecisionView['origin'];
