import { useSettled } from './use-settled';

/** Long enough that who types on is not talked over. */
const PAUSE_MS = 700;

/**
 * One sentence for screen readers, said once it has stayed the same for a moment. For results that follow each key:
 * the tables that show them are no live regions, or all of them would be read out at each. It has to stay where it is
 * while the sentence changes; one that is new on the page is not said.
 */
export function Announced({ text }: { readonly text: string }) {
  const settled = useSettled(text, PAUSE_MS);
  return (
    <p className="visually-hidden" role="status" data-testid="announced">
      {settled}
    </p>
  );
}
