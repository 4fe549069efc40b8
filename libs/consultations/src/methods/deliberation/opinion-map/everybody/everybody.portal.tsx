import { Controller, Get, Param, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { idInPath, type Visited } from '@isegoria/portal-kit';
import { LeadsToAsOf } from '../../../../results/as-of/page/led-to-as-of.portal';
import { readConsultation } from '../../../../translation/reading/translated.page';
import { showResults } from '../../../../results/results.contract';
import { withThose } from '../../deliberation-pages.page';
import { MapOfEverybodyPage, mapOfEverybodyPath } from './everybody.page';
import { showMapOfEverybody } from '../opinion-map.contract';
import { statementsOnMap } from '../opinion-map.page';

/** The opinion map of everybody who voted in a deliberation. */
@Controller('consultations/:id/activities/:activityId/everybody')
@LeadsToAsOf()
export class MapOfEverybodyController {
  @Get()
  async show(@Res() { visit }: Visited, @Param('id') id: string, @Param('activityId') asked: string): Promise<void> {
    const [consultationId, activityId] = [idInPath(id), idInPath(asked)];
    const [consultation, { activities }, map] = await Promise.all([
      readConsultation(visit.publicApi, visit.texts.language, consultationId),
      visit.publicApi.ask(showResults, { consultationId }),
      visit.publicApi.ask(showMapOfEverybody, { activityId }),
    ]);
    const results = activities.find((activity) => activity.activityId === activityId);
    if (!results) throw new Rejection('ACTIVITY_NOT_FOUND');
    const statements = await withThose(visit.publicApi, results, statementsOnMap(map));
    visit.show(<MapOfEverybodyPage consultation={consultation} results={results} map={map} statements={statements} />, {
      title: visit.texts.t('map.everybody'),
      address: mapOfEverybodyPath(consultationId, activityId),
    });
  }
}
