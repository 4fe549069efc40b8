import { Controller, Get, Res } from '@nestjs/common';
import { unitsOf, type Visit, type Visited } from '@isegoria/portal-kit';
import { showResponseTimes } from './response-times.contract';
import { ResponseTimesPage, responseTimesPath, rowsOf, timesAsCsv } from './response-times.page';

/** How quickly each unit answers, for everybody. */
@Controller()
export class ResponseTimesController {
  @Get('answers')
  async show(@Res() { visit }: Visited): Promise<void> {
    visit.show(<ResponseTimesPage rows={await rowsFor(visit)} />, {
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

async function rowsFor(visit: Visit) {
  const [times, tree] = await Promise.all([visit.api.ask(showResponseTimes, {}), unitsOf(visit)]);
  return rowsOf(times, tree);
}
