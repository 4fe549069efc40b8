import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import {
  SECTIONS,
  idInPath,
  renderDocument,
  renderFragment,
  type Drawn,
  type Section,
  type Visit,
  type Visited,
} from '@isegoria/portal-kit';
import { showMyBallot, type MyBallot } from '../../ballot/ballot.contract';
import { stepsOf } from '../../consultation/steps/steps-of.page';
import { titleFor } from '../../translation/reading/translated.page';
import { pagesOf } from '../../methods/methods.page';
import { withOwnMark } from '../../methods/method/own-mark.page';
import { LeadsToAsOf } from '../as-of/page/led-to-as-of.portal';
import { sendAs } from '../picture/results-picture.portal';
import { byteOrderMark, figuresAsCsv, figuresAsJson } from './figures-file.page';
import { Dashboards } from './dashboards.portal';
import { Figures, ResultsPage, ownPlaceIn, type Dashboard } from './results.page';

@Controller('consultations/:id/results')
@LeadsToAsOf()
export class ResultsController {
  private readonly dashboards = new Dashboards();

  constructor(@Inject(SECTIONS) private readonly sections: readonly Section[]) {}

  @Get()
  async show(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    const dashboard = await this.dashboards.get(idInPath(id), visit);
    const figures = this.figuresOf(dashboard, visit);
    const steps = stepsOf(dashboard.consultation, this.sections);
    const draw = (figures: string, you?: MyBallot) =>
      renderDocument(visit, <ResultsPage {...dashboard} steps={steps} figures={figures} you={you} />, {
        title: visit.texts.t('results.title', { title: titleFor(visit.texts.language, dashboard.consultation).text }),
        address: `/consultations/${id}/results`,
        islands: ['live', ...islandsOf(dashboard)],
      });
    // The frame of the page shows what an administrator set.
    const part = `page ${JSON.stringify(visit.site)}`;
    // People who are signed in see their own header and place; for everybody else the whole page is the same.
    if (!visit.account) return visit.sendDrawn(this.dashboards.draw(dashboard, visit.texts, part, () => draw(figures.plain.toString())));
    const you = await ballotIn(id, visit);
    visit.sendHtml(draw(withOwnMarks(visit, dashboard, figures, you), you));
  }

  /** The figures as a table for other programs. */
  @Get('figures.csv')
  async file(@Res() response: Visited, @Param('id') id: string): Promise<void> {
    const { visit } = response;
    const dashboard = await this.dashboards.get(idInPath(id), visit);
    const mark = visit.request.query['bom'] === '1' ? byteOrderMark : '';
    const name = `results-${dashboard.results.position}.csv`;
    sendAs(response, name, 'text/csv; charset=utf-8').send(mark + figuresAsCsv(visit.texts, dashboard));
  }

  @Get('figures.json')
  async forPrograms(@Res() response: Visited, @Param('id') id: string): Promise<void> {
    const { visit } = response;
    const dashboard = await this.dashboards.get(idInPath(id), visit);
    const name = `results-${dashboard.results.position}.json`;
    sendAs(response, name, 'application/json; charset=utf-8').send(JSON.stringify(figuresAsJson(visit.texts, dashboard), null, 1));
  }

  /** The figures alone, for the page that is open in a browser. */
  @Get('figures')
  async figures(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    const dashboard = await this.dashboards.get(idInPath(id), visit);
    const figures = this.figuresOf(dashboard, visit);
    if (!visit.account) return visit.sendDrawn(figures);
    visit.sendHtml(withOwnMarks(visit, dashboard, figures, await ballotIn(id, visit)));
  }

  private figuresOf(dashboard: Dashboard, visit: Visit): Drawn {
    return this.dashboards.draw(dashboard, visit.texts, 'figures', () => renderFragment(visit, <Figures {...dashboard} />));
  }
}

/** What the person who looks cast; undefined for officials, who take part in nothing. */
async function ballotIn(id: string, visit: Visit): Promise<MyBallot | undefined> {
  return visit.may('participate') ? visit.api.ask(showMyBallot, { consultationId: idInPath(id) }) : undefined;
}

/** The figures as everybody is shown them, with the marks of the person who looks. */
function withOwnMarks(visit: Visit, dashboard: Dashboard, figures: Drawn, you: MyBallot | undefined): string {
  const html = figures.plain.toString();
  if (!you) return html;
  return dashboard.activities.reduce((marked, { OwnMark }, index) => {
    if (!OwnMark) return marked;
    const mark = renderFragment(visit, <OwnMark {...ownPlaceIn(dashboard, you, index)} />);
    return withOwnMark(marked, dashboard.results.activities[index]!.activityId, mark);
  }, html);
}

const islandsOf = ({ results }: Dashboard): ReadonlySet<string> =>
  new Set(results.activities.flatMap((one) => pagesOf(one.method).islandsOfResults?.(one) ?? []));
