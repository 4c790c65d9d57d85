import type { StoredRun } from '../store/runs/runs';
import type { OpenWorkspace } from '../store/workspace/workspace-file';

/** Answers that are kept of each open workspace. */
const MOST = 8;

/**
 * Answers about stored runs. A run never changes, so what was worked out once holds as long as the workspace is open;
 * who asks while it is worked out waits for the same. What fails is tried again by the next question.
 */
export class KeptAnswers<Answer> {
  readonly #kept = new WeakMap<OpenWorkspace, Map<string, Promise<Answer>>>();

  of(
    workspace: OpenWorkspace,
    run: StoredRun,
    question: string,
    work: () => Promise<Answer>,
  ): Promise<Answer> {
    const answers = this.#kept.get(workspace) ?? new Map<string, Promise<Answer>>();
    this.#kept.set(workspace, answers);
    // The number of a deleted run may be given again.
    const key = `${run.id} ${run.createdAt} ${question}`;
    const known = answers.get(key);
    if (known) return known;
    const answer = work();
    answer.catch(() => answers.delete(key));
    for (const oldest of [...answers.keys()].slice(0, Math.max(0, answers.size - MOST + 1)))
      answers.delete(oldest);
    answers.set(key, answer);
    return answer;
  }
}
