import type { Explanation } from '../../../shared/contract/audits';
import { Section } from '../../components/Section';
import { formatAmount, formatQuantity, formatPrice } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { Citation } from './Citation';

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
  const { t, sentence } = useWords();
  return (
    <div data-testid={testId}>
      <h3>{title}</h3>
      {steps.length === 0 && <p className="muted">{none}</p>}
      <ol>
        {steps.map((step, index) => {
          const differs = differing.has(step.rule);
          return (
            <li key={index} className={differs ? 'trace-step trace-differs' : 'trace-step'}>
              <span className="trace-rule">
                {sentence('rules', step.rule, step.inputs)}
                {differs && <span className="visually-hidden"> {t('explain/differs')}</span>}
                {step.citation && (
                  <span className="trace-source" title={step.citation.printed}>
                    {step.citation.document}, {step.citation.date}
                  </span>
                )}
              </span>
              <span className="trace-value number">
                <StepValue step={step} />
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function StepValue({ step }: { readonly step: Step }) {
  const { t } = useWords();
  switch (step.unit) {
    case 'seconds':
    case 'minutes':
      return t(`unit/${step.unit}`, { value: formatQuantity(step.value) });
    case 'amount':
      return formatAmount(step.value);
    case 'price':
      return t('unit/price', { value: formatPrice(step.value) });
    case 'factor':
      return t('unit/factor', { value: formatPrice(step.value) });
    case 'text':
      return step.value;
  }
}
