import type { DataSource } from 'typeorm';
import type { Actor, QueryContract } from '@isegoria/kernel';
import type { SubjectKeys } from '@isegoria/privacy';

/** What a query is answered from, and who asks. */
export interface Reading {
  readonly rows: DataSource;
  /** Opens sealed texts; rows keep them sealed. */
  readonly keys: SubjectKeys;
  /** Undefined for a visitor. */
  readonly reader: Actor | undefined;
}

/** How a query is answered from the read models. */
export interface Answer<Parameters extends object = object, View extends object = object> {
  readonly query: QueryContract<Parameters, View>;
  /** The groups of read models that it is made from, and that `?after=` therefore waits for. */
  readonly reads: readonly string[];
  give(parameters: Parameters, reading: Reading): Promise<View>;
  /** The parameter whose value names what it is about, where it is the same for everybody until something of that changes. */
  readonly keptBy?: string;
}

/** Answers a query from groups of read models: `answer(showPage, ['content'], ({ pageId }, { rows, reader }) => ...)`. */
export function answer<Parameters extends object, View extends object>(
  query: QueryContract<Parameters, View>,
  reads: readonly string[],
  give: Answer<Parameters, View>['give'],
): Answer<Parameters, View> {
  return { query, reads, give };
}

/**
 * Answers a query about one consultation or activity that is the same for everybody: it is made once and kept until one of the groups tells
 * that something of that changed. The log position that it includes stands in it.
 * @param keptBy the parameter that names the consultation or activity
 */
export function keptAnswer<By extends string, Parameters extends Readonly<Record<By, string>>, View extends { readonly position: number }>(
  query: QueryContract<Parameters, View>,
  reads: readonly string[],
  keptBy: By,
  give: (id: string, reading: Omit<Reading, 'reader'>) => Promise<View>,
): Answer<Parameters, View> {
  return { query, reads, give: (parameters, reading) => give(parameters[keptBy], reading), keptBy };
}
