import { LeadsToAsOf } from '../../as-of/page/led-to-as-of.portal';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { idInPath, pngOf, renderFragment, type Visit, type Visited } from '@isegoria/portal-kit';
import { textsIn, type Texts } from '@isegoria/texts';
import { readConsultation, titleFor } from '../../../translation/reading/translated.page';
import type { ResultsPicture } from '../../../methods/method/method.page';
import { pagesOf } from '../../../methods/methods.page';
import { PictureOfResults } from '../../picture/results-picture.page';
import { asXml, sendAs } from '../../picture/results-picture.portal';
import { showResults, type ActivityResults } from '../../results.contract';
import { showFilteredResults } from '../analysis.contract';
import { analysisAsCsv } from './analysis-file.page';
import { AnalysisPage, type AnalysisProps, type FilteredActivity } from './analysis.page';
import { analysisPath, readFilter, withFilter, type AskedFilter } from './filter.page';
import { daysAsDrawing } from './votes-by-day-picture.page';

/** The figures of some days, one level or one way in: the same for everybody, since they come from the public log. */
@Controller('consultations/:id/results/analysis')
@LeadsToAsOf()
export class AnalysisController {
  @Get()
  async show(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    const props = await this.analysis(visit, idInPath(id));
    const { t } = visit.texts;
    const title = t('analysis.of', { title: titleFor(visit.texts.language, props.consultation).text });
    const isWrong = props.asked.errors.length > 0;
    visit.show(<AnalysisPage {...props} />, {
      title: isWrong ? t('form.errorTitle', { title }) : title,
      ...(isWrong ? { status: 400 } : { address: withFilter(analysisPath(props.consultation.id), props.asked) }),
    });
  }

  @Get('figures.csv')
  async file(@Res() response: Visited, @Param('id') id: string): Promise<void> {
    const { visit } = response;
    const props = await this.analysis(visit, idInPath(id));
    if (props.asked.errors.length > 0) return visit.seeOther(withFilter(analysisPath(props.consultation.id), props.asked));
    const position = Math.max(0, ...props.activities.map(({ filtered }) => filtered.position));
    const file = analysisAsCsv(visit.texts, props, visit.siteZone);
    sendAs(response, `figures-${position}.csv`, 'text/csv; charset=utf-8').send(file);
  }

  @Get('pictures/:activityId/:name.svg')
  async svg(@Res() response: Visited, @Param() asked: PictureAsked): Promise<void> {
    const { svg, file } = await this.drawn(response, asked);
    sendAs(response, `${file}.svg`, 'image/svg+xml; charset=utf-8').send(svg);
  }

  @Get('pictures/:activityId/:name.png')
  async png(@Res() response: Visited, @Param() asked: PictureAsked): Promise<void> {
    const { svg, file } = await this.drawn(response, asked);
    sendAs(response, `${file}.png`, 'image/png').send(await pngOf(svg));
  }

  private async analysis(visit: Visit, consultationId: string, only?: string): Promise<AnalysisProps> {
    const { publicApi, siteZone, texts } = visit;
    const asked = readFilter(visit.request.query);
    const [consultation, { activities }] = await Promise.all([
      readConsultation(publicApi, texts.language, consultationId),
      publicApi.ask(showResults, { consultationId }),
    ]);
    const shown = asked.errors.length > 0 ? [] : activities.filter(({ activityId }) => only === undefined || activityId === only);
    return {
      consultation,
      asked,
      zone: textsIn(texts.language, siteZone).zone.name,
      activities: await Promise.all(shown.map((activity) => this.filtered(visit, { consultationId, activity, asked }))),
    };
  }

  private async filtered({ publicApi, siteZone }: Visit, { consultationId, activity, asked }: AskedActivity): Promise<FilteredActivity> {
    const { activityId } = activity;
    const filtered = await publicApi.ask(showFilteredResults, { activityId, zone: siteZone, ...asked.filter });
    const { votes, votesByAssurance, position, computedAt } = filtered;
    const within = { ...activity, ...filtered, participants: votes, participantsByAssurance: votesByAssurance };
    const of = { id: consultationId, position, computedAt };
    const shown = activity.resultsHidden ? undefined : pagesOf(activity.method).filtered?.(within, of);
    return { activity, filtered, shown };
  }

  private async drawn({ visit }: Visited, { id, activityId, name }: PictureAsked): Promise<{ svg: string; file: string }> {
    const { consultation, activities, asked, zone } = await this.analysis(visit, idInPath(id), idInPath(activityId));
    const [found] = activities;
    const picture = found && picturesOf(found, asked).find((one) => one.name === name);
    if (!picture) throw new Rejection('NOT_FOUND');
    const { ministry, origin } = visit;
    const activity = { ...found.activity, participants: found.filtered.votes };
    const notes = [inWords(visit.texts, asked, zone)];
    const address = withFilter(analysisPath(consultation.id), asked);
    const drawn = renderFragment(visit, <PictureOfResults {...{ consultation, activity, picture, ministry, origin, notes, address }} />);
    return { svg: asXml(drawn), file: `${name}-${found.filtered.position}` };
  }
}

interface AskedActivity {
  readonly consultationId: string;
  readonly activity: ActivityResults;
  readonly asked: AskedFilter;
}

interface PictureAsked {
  readonly id: string;
  readonly activityId: string;
  readonly name: string;
}

function picturesOf({ filtered, shown }: FilteredActivity, { division }: AskedFilter): readonly ResultsPicture[] {
  if (filtered.days.length === 0) return [];
  const draw = (texts: Texts) => daysAsDrawing(texts, filtered.days, division);
  return [...(shown?.pictures ?? []), { name: 'days', title: 'analysis.byDay', asOf: filtered, draw }];
}

/** What the filter leaves, for people who see a picture and not its address. */
function inWords({ t, language }: Texts, { filter }: AskedFilter, zone: string): string {
  const { date } = textsIn(language);
  const { from, to, assurance, channel } = filter;
  const all = t('analysis.all');
  return [
    `${t('analysis.from')}: ${from ? date(from) : all}`,
    `${t('analysis.to')}: ${to ? date(to) : all}`,
    `${t('analysis.level')}: ${assurance ? t(`assuranceLevel.${assurance}`) : all}`,
    `${t('analysis.channel')}: ${channel ? t(`channel.${channel}`) : all}`,
    zone,
  ].join(' · ');
}
