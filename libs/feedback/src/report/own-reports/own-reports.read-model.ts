import { In, type DataSource } from 'typeorm';
import { permitted } from '@isegoria/kernel';
import { answer, pageOfRows, uuidFrom, withTexts, wordsOf, type Reading } from '@isegoria/projection';
import { titlesOf } from '../../desk/titles.read-model';
import type { ReportedKind } from '../report.contract';
import { ReportRow } from '../report.read-model';
import { listOwnReports } from './own-reports.contract';
import { contextOfReport, nameOfReport } from './whose-report';

const atOnce = 1_000;

/** The id of the report of the person whose pseudonym that is in the context of the thing. */
export const reportIdFrom = (pseudonym: string) => uuidFrom(...nameOfReport(pseudonym));

/** Those of the reader: for each thing that somebody reported, the id that a report of the reader would have is looked for. */
async function ownReportIds({ rows, keys, reader }: Reading): Promise<string[]> {
  const { accountId } = permitted(reader, 'participate');
  const own: string[] = [];
  for await (const reported of thingsReported(rows)) {
    const pseudonyms = await keys.pseudonymsIn(
      accountId,
      reported.map(({ item, itemId }) => contextOfReport(item, itemId)),
    );
    const found: { id: string }[] = await rows.query('SELECT id FROM report WHERE id = ANY ($1)', [pseudonyms.map(reportIdFrom)]);
    own.push(...found.map(({ id }) => id));
  }
  return own;
}

async function* thingsReported(rows: DataSource): AsyncGenerator<{ item: ReportedKind; itemId: string }[]> {
  for (let last = '00000000-0000-0000-0000-000000000000'; ;) {
    const found: { item: ReportedKind; itemId: string }[] = await rows.query(
      `SELECT DISTINCT item, item_id AS "itemId" FROM report WHERE item_id > $1 ORDER BY item_id LIMIT ${atOnce}`,
      [last],
    );
    if (found.length === 0) return;
    yield found;
    last = found.at(-1)!.itemId;
  }
}

export const ownReportAnswers = [
  answer(listOwnReports, ['feedback', 'consultations'], async ({ cursor }, reading) => {
    const { rows, keys } = reading;
    const query = rows
      .getRepository(ReportRow)
      .createQueryBuilder('report')
      .where({ id: In(await ownReportIds(reading)) });
    const { items, ...page } = await pageOfRows(query, { by: 'position', newestFirst: true, cursor });
    const titles = await titlesOf(
      reading,
      items.map(({ consultationId }) => consultationId),
    );
    const views = await withTexts(
      keys,
      items,
      ({ text }) => text,
      ({ id, item, itemId, consultationId, reason, reportedAt, upheld, decidedAt, decision, rule }, text) => ({
        ...{ id, item, itemId, consultationId, reason, upheld, decision, rule },
        consultationTitle: titles.get(consultationId) ?? null,
        text: wordsOf(text),
        reportedAt: reportedAt.toISOString(),
        decidedAt: decidedAt?.toISOString() ?? null,
      }),
    );
    return { ...page, items: views };
  }),
];
