import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { SECTIONS, idInPath, renderDocument, renderFragment, type Section, type Visit, type Visited } from '@isegoria/portal-kit';
import { showMyBallot } from '../../ballot/ballot.contract';
import { stepsOf } from '../../consultation/steps/steps-of.page';
import { figuresAsCsv } from './figures-file.page';
import { Dashboards } from './dashboards.portal';
import { Figures, ResultsPage } from './results.page';

@Controller('consultations/:id/results')
export class ResultsController {
  private readonly dashboards = new Dashboards();

  constructor(@Inject(SECTIONS) private readonly sections: readonly Section[]) {}

  @Get()
  async show(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    const dashboard = await this.dashboards.get(idInPath(id), visit.publicApi, visit.after);
    const { language } = visit.texts;
    const figures = this.dashboards.draw(dashboard, language, 'figures', () => renderFragment(visit, <Figures {...dashboard} />));
    const steps = stepsOf(dashboard.consultation, this.sections);
    const draw = (voter?: string) =>
      renderDocument(visit, <ResultsPage {...dashboard} steps={steps} figures={figures.plain.toString()} voter={voter} />, {
        title: visit.texts.t('results.title', { title: dashboard.consultation.title }),
        address: `/consultations/${id}/results`,
        islands: ['live'],
      });
    // The frame of the page shows what an administrator set.
    const part = `page ${JSON.stringify(visit.site)}`;
    // People who are signed in see their own header and place; for everybody else the whole page is the same.
    if (visit.account) visit.sendHtml(draw(await voterIn(id, visit)));
    else visit.sendDrawn(this.dashboards.draw(dashboard, language, part, () => draw()));
  }

  /** The figures as a table for other programs. */
  @Get('figures.csv')
  async file(@Res() response: Visited, @Param('id') id: string): Promise<void> {
    const { visit } = response;
    const dashboard = await this.dashboards.get(idInPath(id), visit.publicApi, visit.after);
    response
      .set({ 'cache-control': 'no-store', 'content-disposition': `attachment; filename="results-${dashboard.results.position}.csv"` })
      .type('text/csv; charset=utf-8')
      .send(figuresAsCsv(visit.texts, dashboard));
  }

  /** The figures alone, for the page that is open in a browser. */
  @Get('figures')
  async figures(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    const dashboard = await this.dashboards.get(idInPath(id), visit.publicApi, visit.after);
    visit.sendDrawn(
      this.dashboards.draw(dashboard, visit.texts.language, 'figures', () => renderFragment(visit, <Figures {...dashboard} />)),
    );
  }
}

/** The pseudonym of the person who looks; undefined for officials, who take part in nothing. */
async function voterIn(id: string, visit: Visit): Promise<string | undefined> {
  if (!visit.may('participate')) return undefined;
  return (await visit.api.ask(showMyBallot, { consultationId: idInPath(id) })).voter;
}
