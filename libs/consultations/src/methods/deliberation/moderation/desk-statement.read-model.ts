import { In, type DataSource } from 'typeorm';
import { narrowedUnits, unitsWhere, type Page } from '@isegoria/kernel';
import type { SubjectKeys } from '@isegoria/privacy';
import { answer, isNotErased, isRowId, isWithinAny, pageOfRows, withTexts, type TextForReader } from '@isegoria/projection';
import { ConsultationRow } from '../../../consultation/view/consultation.read-model';
import { StatementRow, statementView } from '../statement/statement.read-model';
import { listDeskStatements, type DeskState, type DeskStatementView, type ListDeskStatements } from './desk-statement.contract';

const statusOf = { waiting: 'pending', shown: 'accepted', hidden: 'rejected' } as const satisfies Record<DeskState, string>;

/** Statements of published consultations of these units, and of all below them, oldest first. */
export async function deskStatements(
  rows: DataSource,
  keys: SubjectKeys,
  units: readonly string[],
  { state, consultationId, language, author, only, cursor }: ListDeskStatements,
): Promise<Page<DeskStatementView>> {
  const query = rows
    .getRepository(StatementRow)
    .createQueryBuilder('statement')
    .innerJoin(ConsultationRow, 'consultation', 'consultation.id = statement.consultationId AND consultation.publishedPosition IS NOT NULL')
    .where({
      ...(state && { status: statusOf[state] }),
      ...(consultationId !== undefined && { consultationId }),
      ...(author !== undefined && { author }),
      ...(only !== undefined && { id: In(only.split(',').filter(isRowId)) }),
    })
    .andWhere(isWithinAny('consultation.unit', ':units'), { units });
  if (state === 'waiting') query.andWhere(isNotErased('statement.text'));
  if (language !== undefined) query.andWhere('consultation.language = :language', { language });
  const { items, ...page } = await pageOfRows(query, { by: 'submittedPosition', cursor });
  const consultations = await rows.getRepository(ConsultationRow).findBy({ id: In(items.map((row) => row.consultationId)) });
  const titles = new Map(consultations.map(({ id, title }) => [id, title]));
  const viewOf = (row: StatementRow, text: TextForReader): DeskStatementView => ({
    ...statementView(row, text),
    consultationTitle: titles.get(row.consultationId) ?? '',
    version: row.version,
    decidedBy: row.decidedBy?.slice(0, 8) ?? null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    position: row.submittedPosition,
  });
  return { ...page, items: await withTexts(keys, items, ({ text }) => text, viewOf) };
}

export const deskStatementAnswers = [
  answer(listDeskStatements, ['consultations'], (asked, { rows, keys, reader }) =>
    deskStatements(rows, keys, narrowedUnits(unitsWhere(reader, 'moderate'), asked.unit), asked),
  ),
];
