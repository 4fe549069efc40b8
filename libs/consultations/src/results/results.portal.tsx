import { Controller, Get, Param, Res } from '@nestjs/common';
import { idInPath, renderDocument, renderFragment, type Visited } from '@isegoria/portal-kit';
import { Dashboards } from './dashboards.portal';
import { Figures, ResultsPage } from './results.page';

@Controller('consultations/:id/results')
export class ResultsController {
  private readonly dashboards = new Dashboards();

  @Get()
  async show(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    const dashboard = await this.dashboards.get(idInPath(id), visit.publicApi, visit.after);
    const { language } = visit.texts;
    const figures = this.dashboards.draw(dashboard, language, 'figures', () => renderFragment(visit, <Figures {...dashboard} />));
    const draw = () =>
      renderDocument(visit, <ResultsPage {...dashboard} figures={figures.plain.toString()} />, {
        title: visit.texts.t('results.title', { title: dashboard.consultation.title }),
        address: `/consultations/${id}/results`,
        islands: ['live'],
      });
    // The frame of the page shows what an administrator set.
    const part = `page ${JSON.stringify(visit.site)}`;
    // People who are signed in see their own header; for everybody else the whole page is the same.
    if (visit.account) visit.sendHtml(draw());
    else visit.sendDrawn(this.dashboards.draw(dashboard, language, part, draw));
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
