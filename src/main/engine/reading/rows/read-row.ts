import type { BillRow } from './bill-reader';
import type { EvidenceRow } from '../layout/evidence-row';
import type { SegmentRow } from './segment-reader';
import type { MeasuredRow } from './tier-reader';
import type { UsageRow } from './usage-reader';

/** What the rows of a file are read as, one by one. */
export type ReadRow = UsageRow | MeasuredRow | SegmentRow | BillRow | EvidenceRow;
