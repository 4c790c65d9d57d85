import type { Grouping } from '../../shared/contract/groups';
import { useEngineQuery } from '../client/engine-query';
import { useWords } from '../i18n/use-words';
import { BridgePicture } from './BridgePicture';
import { partFilter, partName, type PartsBy } from './bridge-part';

/** Pixels: over a table there is less room than on the Overview. */
const HEIGHT = 190;

const PARTS: Readonly<Partial<Record<Grouping, PartsBy>>> = {
  sdkAppId: 'application',
  item: 'item',
};

/** The bridge of the group a person stands on, over the table of groups; of other groupings there is none. */
export function GroupBridge({
  runId,
  by,
  groupKey,
}: {
  readonly runId: number;
  readonly by: Grouping;
  /** undefined: the groups are not there yet. */
  readonly groupKey: string | null | undefined;
}) {
  const parts = PARTS[by];
  return parts === undefined || groupKey === undefined ? null : (
    <OnePart runId={runId} by={parts} partKey={groupKey} />
  );
}

function OnePart({
  runId,
  by,
  partKey,
}: {
  readonly runId: number;
  readonly by: PartsBy;
  readonly partKey: string | null;
}) {
  const words = useWords();
  const query = useEngineQuery('audits.bridges', { runId, by });
  const part = query.data?.find(({ key }) => key === partKey);
  if (!part) return null;
  return (
    <details className="bridge-group" open data-testid="group-bridge">
      <summary>{words.t('bridge:group', { name: partName(part, by, words) })}</summary>
      <BridgePicture
        runId={runId}
        expected={part.expected}
        billed={part.billed}
        steps={part.steps}
        filter={partFilter(part.key, by)}
        height={HEIGHT}
      />
    </details>
  );
}
