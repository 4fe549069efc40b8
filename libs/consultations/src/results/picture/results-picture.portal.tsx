import { Controller, Get, Param, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { idInPath, pngOf, renderFragment, type Visited } from '@isegoria/portal-kit';
import { LeadsToAsOf } from '../as-of/page/led-to-as-of.portal';
import { dashboardOf } from '../dashboard/dashboards.portal';
import { PictureOfResults } from './results-picture.page';

/** Pictures of results as files that stand by themselves, the same for everybody. */
@Controller('consultations/:id/results/pictures')
@LeadsToAsOf()
export class ResultsPicturesController {
  @Get(':activityId/:name.svg')
  async svg(@Res() response: Visited, @Param() asked: PictureAsked): Promise<void> {
    const { svg, file } = await this.drawn(response, asked);
    sendAs(response, `${file}.svg`, 'image/svg+xml; charset=utf-8').send(svg);
  }

  @Get(':activityId/:name.png')
  async png(@Res() response: Visited, @Param() asked: PictureAsked): Promise<void> {
    const { svg, file } = await this.drawn(response, asked);
    const png = await pngOf(svg);
    sendAs(response, `${file}.png`, 'image/png').send(png);
  }

  private async drawn({ visit }: Visited, { id, activityId, name }: PictureAsked): Promise<{ svg: string; file: string }> {
    const { consultation, results, activities } = await dashboardOf(idInPath(id), visit.publicApi, visit.texts.language);
    const index = results.activities.findIndex((activity) => activity.activityId === activityId);
    const picture = activities[index]?.pictures?.find((one) => one.name === name);
    if (!picture) throw new Rejection('NOT_FOUND');
    const { ministry, origin } = visit;
    const activity = results.activities[index]!;
    const drawn = renderFragment(visit, <PictureOfResults {...{ consultation, activity, picture, ministry, origin }} />);
    return { svg: asXml(drawn), file: `${name}-${picture.asOf.position}` };
  }
}

interface PictureAsked {
  readonly id: string;
  readonly activityId: string;
  readonly name: string;
}

export function sendAs(response: Visited, name: string, type: string): Visited {
  return response.set({ 'cache-control': 'no-store', 'content-disposition': `attachment; filename="${name}"` }).type(type);
}

/** HTML that is XML but for what HTML allows and XML does not: the end of a CDATA section among words (XML 1.0, 2.4). */
export function asXml(html: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${html.replaceAll(']]>', ']]&gt;')}\n`;
}
