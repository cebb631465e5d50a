// Brings an actor's SQLite schema up to date. The list is append-only: an edited history throws instead of guessing.

/** One step: a name that never changes, and its statements. */
export type Migration = { readonly name: string; readonly statements: readonly string[] };

/** Runs the steps that have not run yet, in order, in one transaction. Throws when the history on disk is not a prefix. */
export function sqlMigrate(storage: DurableObjectStorage, migrations: readonly Migration[]): void {
  const { sql } = storage;
  sql.exec("CREATE TABLE IF NOT EXISTS migrations (position INTEGER PRIMARY KEY, name TEXT NOT NULL)");
  const done = sql.exec<{ name: string }>("SELECT name FROM migrations ORDER BY position").toArray();
  for (const [position, { name }] of done.entries()) {
    const expected = migrations[position]?.name;
    if (expected !== name)
      throw new Error(`the schema history was edited: found ${name} where ${expected} was expected`);
  }
  if (done.length === migrations.length) return;
  storage.transactionSync(() => {
    for (const [position, migration] of migrations.entries()) {
      if (position < done.length) continue;
      for (const statement of migration.statements) sql.exec(statement);
      sql.exec("INSERT INTO migrations (position, name) VALUES (?, ?)", position, migration.name);
    }
  });
}
