import { Controller, Get, Res } from '@nestjs/common';
import { unitsOf, type Visit, type Visited } from '@isegoria/portal-kit';
import type { ChosenConsultations } from '../../category/chosen/chosen.contract';
import { listConsultations, type ConsultationSummary } from '../../consultation/consultation.contract';
import { listMilestones } from '../../milestone/milestone.contract';
import { showResponseTimes } from './response-times.contract';
import { responseTimesPath, type OverdueProps } from './overdue.page';
import { ResponseTimesPage, rowsOf, timesAsCsv } from './response-times.page';

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

/** What is late, by name, what was due first first. @param chosen of a unit, a topic or an area alone; all when it names none */
export async function overdueFor({ api }: Visit, chosen: Pick<ChosenConsultations, 'unit' | 'topic' | 'area'> = {}): Promise<OverdueProps> {
  const answers: ConsultationSummary[] = [];
  let cursor: string | null | undefined;
  for (let page = 0; page < mostPages && cursor !== null; page += 1) {
    const { items, next } = await api.ask(listConsultations, { ...chosen, answer: 'overdue', cursor });
    answers.push(...items);
    cursor = next;
  }
  const { items: milestones } = await api.ask(listMilestones, { ...chosen, only: 'overdue' });
  return { answers: answers.toSorted(byDeadline), milestones };
}

/** What was due first first. */
export const byDeadline = (one: ConsultationSummary, other: ConsultationSummary) =>
  Date.parse(one.answer.dueAt!) - Date.parse(other.answer.dueAt!);

async function rowsFor(visit: Visit) {
  const [times, tree] = await Promise.all([visit.api.ask(showResponseTimes, {}), unitsOf(visit)]);
  return rowsOf(times, tree);
}
