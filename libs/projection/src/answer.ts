import type { DataSource } from 'typeorm';
import { mustBePermitted, type Actor, type QueryContract } from '@isegoria/kernel';
import type { SubjectKeys } from '@isegoria/privacy';

/** The read models, and who asks. */
export interface Reader {
  readonly rows: DataSource;
  /** Opens sealed texts; rows keep them sealed. */
  readonly keys: SubjectKeys;
  /** Undefined for a visitor. */
  readonly reader: Actor | undefined;
}

/** What a query is answered from. */
export interface Reading extends Reader {
  /**
   * Asks another query for the same reader, so that an answer only knows the contracts of another context. The asking answer names the
   * groups of that query among its own. @throws Rejection as that query does
   */
  ask<Parameters extends object, View extends object>(query: QueryContract<Parameters, View>, parameters: Parameters): Promise<View>;
}

/** How a query is answered from the read models. */
export interface Answer<Parameters extends object = object, View extends object = object> {
  readonly query: QueryContract<Parameters, View>;
  /** The groups of read models that it is made from, and that `?after=` therefore waits for. */
  readonly reads: readonly string[];
  give(parameters: Parameters, reading: Reading): Promise<View>;
  /** The parameter that names the subject, if the answer is the same for everybody until the subject changes. */
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

/** What one of these answers is given from. */
export function readingFor(asking: Answer, answers: readonly Answer[], reader: Reader): Reading {
  return {
    ...reader,
    async ask<Parameters extends object, View extends object>(query: QueryContract<Parameters, View>, parameters: Parameters) {
      const asked = answers.find((answer) => answer.query === (query as QueryContract));
      if (!asked) throw new Error(`Nobody here answers ${query.name}.`);
      const unawaited = asked.reads.filter((group) => !asking.reads.includes(group));
      if (unawaited.length > 0) throw new Error(`${asking.query.name} asks ${query.name} and must also wait for ${unawaited.join(', ')}.`);
      mustBePermitted(reader.reader, query.may);
      return (await asked.give(parameters, readingFor(asked, answers, reader))) as View;
    },
  };
}

/**
 * Answers a query about one consultation or activity that is the same for everybody: it is made once and kept until one of the groups
 * reports a change to it, unless anything else is asked for besides. It states the log position that it includes.
 * @param keptBy the parameter that names the consultation or activity
 */
export function keptAnswer<By extends string, Parameters extends Readonly<Record<By, string>>, View extends { readonly position: number }>(
  query: QueryContract<Parameters, View>,
  reads: readonly string[],
  keptBy: By,
  give: (id: string, reading: Omit<Reading, 'reader'>, parameters: Parameters) => Promise<View>,
): Answer<Parameters, View> {
  return { query, reads, give: (parameters, reading) => give(parameters[keptBy], reading, parameters), keptBy };
}
