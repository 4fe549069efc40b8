import { In, type DataSource } from 'typeorm';
import { Rejection, permitted, type Page } from '@isegoria/kernel';
import type { SubjectKeys } from '@isegoria/privacy';
import { answer, emptyPage, isRowId, pageOfRows, withTexts, wordsOf, type Reading } from '@isegoria/projection';
import { ownPseudonyms } from '../../../ballot/own-pseudonyms.read-model';
import { ConsultationRow } from '../../../consultation/view/consultation.read-model';
import { carriedPlace } from '../../document/carrying/carried-over.read-model';
import { answersInShort, answersToTheirParagraphs } from '../../../official-answer/in-short.read-model';
import { StatementRow } from '../statement/statement.read-model';
import { listOwnStatements, showOwnStatement, type OwnStatementView } from './own-statement.contract';

/** The statements of one person. Which pseudonyms are whose is computed for the answer, and stands in no row. */
async function ownStatements(
  { rows, keys, reader }: Pick<Reading, 'rows' | 'keys' | 'reader'>,
  { consultationId, cursor }: { consultationId?: string; cursor?: string },
): Promise<Page<OwnStatementView>> {
  const { accountId } = permitted(reader, 'participate');
  const authors = consultationId
    ? [await keys.pseudonym(accountId, consultationId)]
    : [...(await ownPseudonyms(rows, keys, accountId)).keys()];
  if (authors.length === 0) return emptyPage;
  const query = rows
    .getRepository(StatementRow)
    .createQueryBuilder('statement')
    .where({ author: In(authors) });
  const { items, ...page } = await pageOfRows(query, { by: 'submittedPosition', newestFirst: true, cursor });
  return { ...page, items: await viewsOf(rows, keys, items) };
}

/** As their authors see them. */
export async function viewsOf(rows: DataSource, keys: SubjectKeys, statements: readonly StatementRow[]): Promise<OwnStatementView[]> {
  const ids = statements.map(({ id }) => id);
  const [titles, votedOn, answers, toParagraphs] = await Promise.all([
    titlesOf(rows, statements),
    votedOnAmong(rows, statements),
    answersInShort(rows, ids),
    answersToTheirParagraphs(rows, ids),
  ]);
  return withTexts(
    keys,
    statements,
    ({ text }) => text,
    ({ submittedAt, editedAt, version, at, paragraph, carried, followedIn, id, consultationId, activityId, ...judged }, text) => ({
      id,
      consultationId,
      consultationTitle: titles.get(consultationId) ?? '',
      activityId,
      status: judged.status,
      text: wordsOf(text),
      rejectionReason: judged.rejectionReason,
      rejectionRule: judged.rejectionRule,
      submittedAt: submittedAt.toISOString(),
      editedAt: editedAt?.toISOString() ?? null,
      votedOn: votedOn.has(id),
      at,
      carried: carriedPlace({ paragraph, carried }),
      followedIn,
      answer: answers.get(id) ?? null,
      answerToParagraph: toParagraphs.get(id) ?? null,
      version,
    }),
  );
}

async function titlesOf(rows: DataSource, statements: readonly StatementRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = statements.map(({ consultationId }) => consultationId);
  const found = await rows.getRepository(ConsultationRow).find({ where: { id: In(ids) }, select: { id: true, title: true } });
  return new Map(found.map(({ id, title }) => [id, title]));
}

/** Those that somebody has voted on. */
export async function votedOnAmong(
  rows: DataSource,
  statements: readonly Pick<StatementRow, 'id' | 'activityId'>[],
): Promise<ReadonlySet<string>> {
  const found: { id: string }[] = await rows.query(
    'SELECT statement_id AS id FROM statement_tally WHERE activity_id = ANY ($1) AND statement_id = ANY ($2)',
    [statements.map(({ activityId }) => activityId), statements.map(({ id }) => id)],
  );
  return new Set(found.map(({ id }) => id));
}

export const ownStatementAnswers = [
  answer(listOwnStatements, ['consultations'], (asked, reading) => ownStatements(reading, asked)),
  answer(showOwnStatement, ['consultations'], async ({ statementId }, { rows, keys, reader }) => {
    const statement = isRowId(statementId) ? await rows.getRepository(StatementRow).findOneBy({ id: statementId }) : null;
    if (!statement) throw new Rejection('STATEMENT_NOT_FOUND');
    const { accountId } = permitted(reader, 'participate');
    if (statement.author !== (await keys.pseudonym(accountId, statement.consultationId))) throw new Rejection('NOT_YOURS');
    return (await viewsOf(rows, keys, [statement]))[0]!;
  }),
];
