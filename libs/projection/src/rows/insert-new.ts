import type { DeepPartial, EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

/**
 * Inserts the rows that a batch began, in one statement. A thing begins once in the log, before anything else is said about it, so a
 * projection may insert all the new ones and then apply the rest in order.
 */
export async function insertNew<Row extends ObjectLiteral>(
  rows: EntityManager,
  entity: EntityTarget<Row>,
  values: DeepPartial<Row>[],
): Promise<void> {
  if (values.length === 0) return;
  await rows
    .createQueryBuilder()
    .insert()
    .into(entity)
    .values(values as never)
    .orIgnore()
    .updateEntity(false)
    .execute();
}
