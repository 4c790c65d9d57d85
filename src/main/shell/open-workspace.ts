import { workspaceSchema } from '../../shared/contract/workspace';
import type { Answer } from '../../shared/contract/transport';

const OPENS = new Set([
  'workspace.open',
  'workspace.create',
  'workspace.openSample',
  'workspace.saveCopy',
]);

export interface OpenedFile {
  readonly path: string;
  readonly temporary: boolean;
}

/**
 * Remembers which file the engine has open, from the answers that pass by, so that a new engine can be
 * given it again after a crash. Returns what was opened by this answer, null where it opened nothing.
 */
export class OpenWorkspaceMemory {
  #current: OpenedFile | null = null;

  get current(): OpenedFile | null {
    return this.#current;
  }

  observe(method: string, answer: Answer<unknown>): OpenedFile | null {
    if (!answer.ok) return null;
    if (method === 'workspace.close') this.#current = null;
    if (!OPENS.has(method)) return null;
    this.#current = openedFile(answer.value);
    return this.#current;
  }

  forget(): void {
    this.#current = null;
  }
}

function openedFile(value: unknown): OpenedFile | null {
  const parsed = workspaceSchema.safeParse(
    typeof value === 'object' && value !== null && 'workspace' in value ? value.workspace : value,
  );
  return parsed.success ? { path: parsed.data.path, temporary: parsed.data.temporary } : null;
}
