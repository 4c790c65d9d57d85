import { Amount } from '../../components/Amount';

/** One sum of a plan, by its name. */
export function PlanCost({
  label,
  amount,
  testId,
}: {
  readonly label: string;
  readonly amount: string;
  readonly testId: string;
}) {
  return (
    <div>
      <span className="muted">{label}</span>
      <strong data-testid={testId}>
        <Amount value={amount} />
      </strong>
    </div>
  );
}
