import type { DataSource } from 'typeorm';
import { followerTable, migrate } from '@isegoria/privacy';
import { fileMigrations } from './file/file-bytes';
import { plannedMigrations } from './page/planned/planned-migrations';

/** The database once the tables of the context exist; code that needs them injects this, and so runs after the migration. */
export class Tables {
  private constructor(readonly dataSource: DataSource) {}

  static async in(this: void, dataSource: DataSource): Promise<Tables> {
    await migrate(dataSource, 'content', [...fileMigrations, followerTable('content'), ...plannedMigrations]);
    return new Tables(dataSource);
  }
}
