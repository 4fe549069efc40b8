/** What changed in the answers of one ballot: how many more there are, and the sum (exclusive or) of the hashes of those that changed. */
export interface ChangedAnswers {
  readonly activity_id: string;
  readonly voter: string;
  readonly answers: number;
  /** 64 bits, signed; a text, since no number of JavaScript holds them. */
  readonly fingerprint: string;
}

/**
 * SQL: 64 bits that stand for one answer. The sum of those of a ballot does not depend on the order, and an answer is taken out of it as it
 * was put in, so that no ballot is read again. MD5 is the same in every release of PostgreSQL; it guards nothing here.
 * @param answer SQL of a text that says what was answered, and to what
 */
export const hashOfAnswer = (answer: string): string => `('x' || left(md5(${answer}), 16))::bit(64)::bigint`;

/** SQL: the changes by ballot, out of a table `change` with `activity_id`, `voter` and `n`: 1 for a new answer, -1 for one replaced. */
export const changedAnswers = (answer: string): string => `
  SELECT activity_id, voter, sum(n)::int AS answers, bit_xor(${hashOfAnswer(answer)})::text AS fingerprint
  FROM change GROUP BY activity_id, voter`;
