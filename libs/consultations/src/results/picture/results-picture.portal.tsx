import { Controller, Get, Param, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { idInPath, renderFragment, type Visited } from '@isegoria/portal-kit';
import { dashboardOf } from '../dashboard/dashboards.portal';
import { PictureOfResults } from './results-picture.page';

/** Pictures of results as files: SVG that stands by itself, the same for everybody. */
@Controller('consultations/:id/results/pictures')
export class ResultsPicturesController {
  @Get(':activityId/:name.svg')
  async svg(@Res() response: Visited, @Param('id') id: string, @Param('activityId') activityId: string, @Param('name') name: string) {
    const { visit } = response;
    const { consultation, results, activities } = await dashboardOf(idInPath(id), visit.publicApi);
    const index = results.activities.findIndex((activity) => activity.activityId === activityId);
    const picture = activities[index]?.pictures?.find((one) => one.name === name);
    if (!picture) throw new Rejection('NOT_FOUND');
    const { ministry, origin } = visit;
    const drawn = renderFragment(
      visit,
      <PictureOfResults
        consultation={consultation}
        activity={results.activities[index]!}
        picture={picture}
        ministry={ministry}
        origin={origin}
      />,
    );
    response
      .set({ 'cache-control': 'no-store', 'content-disposition': `attachment; filename="${name}-${picture.asOf.position}.svg"` })
      .type('image/svg+xml; charset=utf-8')
      .send(asXml(drawn));
  }
}

/** HTML that is XML but for what HTML allows and XML does not: the end of a CDATA section among words (XML 1.0, 2.4). */
function asXml(html: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${html.replaceAll(']]>', ']]&gt;')}\n`;
}
