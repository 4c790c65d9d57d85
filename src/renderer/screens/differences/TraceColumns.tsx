import type { Explanation } from '../../../shared/contract/audits';
import { Section } from '../../components/Section';
import { useWords } from '../../i18n/use-words';
import { Citation } from '../../evidence/Citation';
import { TraceSteps } from '../../evidence/TraceSteps';

type Step = Explanation['expected'][number];

/** The arithmetic of both sides, step by step; steps that come to something else are marked. */
export function TraceColumns({ explanation }: { readonly explanation: Explanation }) {
  const { t } = useWords();
  const differing = new Set(explanation.differingRules);
  return (
    <Section title={t('explain/arithmetic')} aside={t('explain/marked')}>
      <div className="trace">
        <TraceSide
          title={t('explain/expectedSide')}
          none={t('explain/noExpected')}
          testId="explanation-expected"
          steps={explanation.expected}
          differing={differing}
        />
        <TraceSide
          title={t('explain/billedSide')}
          none={t('explain/noBilled')}
          testId="explanation-billed"
          steps={explanation.billed}
          differing={differing}
        />
      </div>
      {explanation.citation && <Citation citation={explanation.citation} />}
    </Section>
  );
}

function TraceSide({
  title,
  none,
  testId,
  steps,
  differing,
}: {
  readonly title: string;
  readonly none: string;
  readonly testId: string;
  readonly steps: readonly Step[];
  readonly differing: ReadonlySet<string>;
}) {
  return (
    <div data-testid={testId}>
      <h3>{title}</h3>
      {steps.length === 0 && <p className="muted">{none}</p>}
      <TraceSteps steps={steps} differing={differing} />
    </div>
  );
}
