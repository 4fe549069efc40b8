import { Column, type ColumnOptions } from 'typeorm';

/** A log position: a bigint that is a safe integer. */
export function PositionColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column('bigint', {
    ...options,
    transformer: { from: (stored: string | null) => (stored === null ? null : Number(stored)), to: (value: number) => value },
  });
}

/** False for an id that no row can have, so that a query need not ask (PostgreSQL refuses to compare it). */
export function isRowId(id: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(id);
}
