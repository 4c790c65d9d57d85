import Database from 'better-sqlite3';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opened, temporaryFolder } from '../workspace';
import { verifyTrail } from '../../../src/main/engine/store/history/trail';
import { auditedSample, type AuditedSample } from './sample-client';

/** A workspace with a whole trail, closed, to be tampered with in copies. */
let sample: AuditedSample;
let original = '';
let entries = 0;
beforeAll(async () => {
  sample = await auditedSample();
  const { client, run, period, differences } = sample;
  const rows = { ids: (await differences(run.id)).map(({ id }) => id) };
  await client.ask('decisions.set', { runId: run.id, rows, verdict: 'dispute', note: '异议' });
  await client.ask('history.undo', {});
  await client.ask('history.redo', {});
  await client.ask('signOff.prepare', { period, name: 'Ann', note: '' });
  entries = (await client.ask('trail.verify', {})).entries;
  original = join(temporaryFolder('kept'), 'original.recount');
  await client.ask('workspace.saveCopy', { path: original });
  await client.engine.close();
});
afterAll(() => sample.client.engine.close());

/** A copy in which somebody who knows SQLite did `sql`, triggers put aside. */
function tampered(...sql: string[]): ReturnType<typeof verifyTrail> {
  const path = join(temporaryFolder(), 'tampered.recount');
  copyFileSync(original, path);
  const db = new Database(path);
  for (const { name } of db
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    .all())
    db.exec(`DROP TRIGGER ${name}`);
  for (const statement of sql) db.exec(statement);
  db.close();
  return verifyTrail(opened(path).readable);
}

describe('the trail', () => {
  it('holds an entry for every change, and verifies', () => {
    expect(tampered()).toMatchObject({ ok: true, entries, broken: null, anchors: 1 });
    expect(entries).toBeGreaterThanOrEqual(7);
  });

  it('refuses to be changed or shortened while its triggers stand', () => {
    const path = join(temporaryFolder(), 'copy.recount');
    copyFileSync(original, path);
    const { writable } = opened(path);
    const sql = [
      "UPDATE trail SET at = '2000' WHERE seq = 1",
      'DELETE FROM trail WHERE seq = 1',
      'INSERT INTO trail SELECT seq + 100, at, kind, details, previous, sha256 FROM trail WHERE seq = 1',
      "UPDATE sign_offs SET name = 'Eve'",
      'DELETE FROM sign_offs',
    ];
    for (const statement of sql)
      expect(() => writable.exec(statement), statement).toThrow(/append-only|its end only/);
  });

  it('names any entry of which one character was changed', () => {
    for (let seq = 1; seq <= entries; seq += 1)
      for (const column of ['at', 'kind', 'details', 'previous', 'sha256']) {
        const verdict = tampered(
          `UPDATE trail SET ${column} = 'x' || substr(${column}, 2) WHERE seq = ${seq}`,
        );
        expect(verdict.broken?.seq, `${column} of ${seq}`).toBe(seq);
      }
  });

  it('sees a blank that was added to the details', () => {
    expect(tampered("UPDATE trail SET details = details || ' ' WHERE seq = 2").broken).toEqual({
      seq: 2,
      problem: 'hash',
    });
  });

  it('names a deleted entry, also when the rest is numbered anew', () => {
    expect(tampered('DELETE FROM trail WHERE seq = 3').broken).toEqual({
      seq: 3,
      problem: 'number',
    });
    const renumbered = tampered(
      'DELETE FROM trail WHERE seq = 3',
      'UPDATE trail SET seq = seq - 1 WHERE seq > 3',
    );
    expect(renumbered.broken).toEqual({ seq: 3, problem: 'link' });
  });

  it('names the first of two that were swapped', () => {
    const verdict = tampered(
      'UPDATE trail SET seq = -2 WHERE seq = 2',
      'UPDATE trail SET seq = 2 WHERE seq = 3',
      'UPDATE trail SET seq = 3 WHERE seq = -2',
    );
    expect(verdict.broken).toEqual({ seq: 2, problem: 'link' });
  });

  it('sees that the end was cut off, also when the file’s own count was cut with it', () => {
    const cut = `DELETE FROM trail WHERE seq > ${entries - 1}`;
    expect(tampered(cut).broken).toEqual({ seq: entries, problem: 'shorter' });
    // The sign-off remembers the end before it: what comes earlier cannot be cut unseen.
    const deeper = tampered(
      `DELETE FROM trail WHERE seq > ${entries - 3}`,
      `UPDATE sqlite_sequence SET seq = ${entries - 3} WHERE name = 'trail'`,
    );
    expect(deeper.broken).toEqual({ seq: entries - 2, problem: 'shorter' });
  });

  it('sees decisions that were edited past the program', () => {
    const edited = tampered(
      `UPDATE judgements SET body = json_set(body, '$.verdict', 'accept')
       WHERE key = (SELECT min(key) FROM judgements WHERE kind = 'decision')`,
    );
    expect(edited.broken).toEqual({ seq: entries, problem: 'decision' });
    const taken = tampered("DELETE FROM judgements WHERE kind = 'decision'");
    expect(taken.broken?.problem).toBe('decision');
    const added = tampered(
      `INSERT INTO judgements SELECT kind, key || '~9', body FROM judgements LIMIT 1`,
    );
    expect(added.broken?.problem).toBe('decision');
  });

  it('names the entry of a step whose kept changes were edited, with the decisions to fit', () => {
    const { broken } = tampered(
      "UPDATE judgement_changes SET after = json_set(after, '$.verdict', 'accept')",
      "UPDATE judgements SET body = json_set(body, '$.verdict', 'accept')",
    );
    expect(broken?.problem).toBe('step');
    expect(broken?.seq).toBeLessThan(entries);
  });

  it('sees a step that was put beside the trail', () => {
    const { broken } = tampered(
      "INSERT INTO judgement_steps (title, params, made_at, state) VALUES ('x', '{}', '', 'done')",
    );
    expect(broken?.problem).toBe('decision');
  });

  it('is held to a hash that somebody wrote down elsewhere', () => {
    const { readable } = opened(original);
    const { head } = verifyTrail(readable);
    expect(verifyTrail(readable, head).ok).toBe(true);
    expect(verifyTrail(readable, 'f'.repeat(64)).broken?.problem).toBe('anchor');
  });
});
