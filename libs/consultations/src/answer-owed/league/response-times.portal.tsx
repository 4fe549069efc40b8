import { Controller, Get, Res } from '@nestjs/common';
import { unitsOf, type Visit, type Visited } from '@isegoria/portal-kit';
import { listConsultations, type ConsultationSummary } from '../../consultation/consultation.contract';
import { listMilestones } from '../../milestone/milestone.contract';
import { showResponseTimes } from './response-times.contract';
import { ResponseTimesPage, responseTimesPath, rowsOf, timesAsCsv } from './response-times.page';

/** How quickly each unit answers, for everybody. */
@Controller()
export class ResponseTimesController {
  @Get('answers')
  async show(@Res() { visit }: Visited): Promise<void> {
    const [rows, late] = await Promise.all([rowsFor(visit), overdueFor(visit)]);
    visit.show(<ResponseTimesPage rows={rows} {...late} />, {
      title: visit.texts.t('responseTimes.title'),
      address: responseTimesPath,
    });
  }

  @Get('answers.csv')
  async file(@Res() response: Visited): Promise<void> {
    const { visit } = response;
    const file = timesAsCsv(visit.texts, await rowsFor(visit));
    response
      .set({ 'cache-control': 'no-store', 'content-disposition': 'attachment; filename="response-times.csv"' })
      .type('text/csv; charset=utf-8')
      .send(file);
  }
}

/** Pages of a list that are read at most: nobody makes a page of everything. */
const mostPages = 5;

/** What is late, by name, what was due first first. */
async function overdueFor({ api }: Visit) {
  const answers: ConsultationSummary[] = [];
  let cursor: string | null | undefined;
  for (let page = 0; page < mostPages && cursor !== null; page += 1) {
    const { items, next } = await api.ask(listConsultations, { status: 'closed', cursor });
    answers.push(...items.filter(({ answer }) => answer.state === 'overdue'));
    cursor = next;
  }
  const { items: milestones } = await api.ask(listMilestones, { only: 'overdue' });
  return { answers: answers.toSorted((one, other) => Date.parse(one.answer.dueAt!) - Date.parse(other.answer.dueAt!)), milestones };
}

async function rowsFor(visit: Visit) {
  const [times, tree] = await Promise.all([visit.api.ask(showResponseTimes, {}), unitsOf(visit)]);
  return rowsOf(times, tree);
}
