import { z } from 'zod';
import { workspaceSchema } from './workspace';

/** Why a backup was made; each has its words in the locales (`backups.reasons`). */
export const BACKUP_REASONS = ['daily', 'manual', 'before-update', 'before-restore'] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];

export const backupSchema = z.object({
  path: z.string(),
  /** UTC, ISO 8601. */
  createdAt: z.string(),
  reason: z.enum(BACKUP_REASONS),
  /** Bytes. */
  size: z.number().int(),
});
export type Backup = z.infer<typeof backupSchema>;

/** What was found in a damaged workspace. */
export const salvageSchema = z.object({
  workspace: workspaceSchema,
  /** Files whose every row was read: they count in the new workspace. */
  kept: z.array(z.string()),
  /** Files of which rows were lost: they are left out and should be imported again. */
  lost: z.array(z.string()),
  accountKept: z.boolean(),
  /** Rows of all tables that could be read, and that could not. */
  rowsRead: z.number().int(),
  tablesDamaged: z.array(z.string()),
});
export type Salvage = z.infer<typeof salvageSchema>;

export const backupMethods = {
  /** The ring of the open workspace, or of the file at `path`, open or not; newest first. */
  'backups.list': {
    input: z.object({ path: z.string().nullable() }),
    output: z.object({ folder: z.string(), backups: z.array(backupSchema) }),
  },
  /** Writes a complete copy into the ring and proves it. The job's result is `{path}`. */
  'backups.make': { input: z.object({}), output: z.object({ jobId: z.string() }) },
  /**
   * Puts a backup in the place of the workspace at `path`, and opens it. What stood there is kept: as a backup
   * of its own where it is whole, beside it under another name where it is damaged.
   */
  'backups.restore': {
    input: z.object({ backup: z.string(), path: z.string() }),
    output: z.object({ workspace: workspaceSchema, setAside: z.string().nullable() }),
  },
  /** Reads what can be read of the damaged workspace at `path` into a new one at `target`, and opens that. */
  'backups.salvage': {
    input: z.object({ path: z.string(), target: z.string() }),
    output: salvageSchema,
  },
} as const;
