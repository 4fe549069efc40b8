import { Controller, Get, Param, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { csvLine, csvType, idInPath, narrowedTo, unitsOf, withQuery, type Visit, type Visited } from '@isegoria/portal-kit';
import type { Choice } from '@isegoria/ui';
import { listServiceComments, listServiceFeedback, type ListServiceComments, type ServiceCommentView } from '../service-feedback.contract';
import { OneServiceOfficePage, ServiceFeedbackOfficePage, officePath } from './service-feedback-office.page';

/** What people say of services, for the officials of their units. */
@Controller('office/service-feedback')
export class ServiceFeedbackOfficeController {
  @Get()
  async all(@Res() { visit }: Visited): Promise<void> {
    visit.mustBePermitted('publish');
    const unit = narrowedTo(visit);
    const from = { services: visit.cursor('services'), comments: visit.cursor('comments') };
    const [services, comments, units] = await Promise.all([
      visit.api.ask(listServiceFeedback, { unit, cursor: from.services }),
      visit.api.ask(listServiceComments, { unit, cursor: from.comments }),
      ownUnits(visit),
    ]);
    visit.show(
      <ServiceFeedbackOfficePage
        services={{ ...services, cursor: from.services }}
        comments={{ ...comments, cursor: from.comments }}
        units={units}
        unit={unit}
      />,
      { title: visit.texts.t('work.serviceFeedback'), address: withQuery(officePath, { unit }) },
    );
  }

  @Get('comments.csv')
  async file(@Res() { visit }: Visited): Promise<void> {
    visit.mustBePermitted('publish');
    const { service } = visit.request.query;
    const chosen = { unit: narrowedTo(visit), ...(typeof service === 'string' && { serviceId: idInPath(service) }) };
    await visit.sendParts(linesOf(visit, chosen), { type: csvType, name: 'service-comments.csv' });
  }

  @Get(':id')
  async one(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    visit.mustBePermitted('publish');
    const serviceId = idInPath(id);
    const cursor = visit.cursor('comments');
    const [{ items }, comments] = await Promise.all([
      visit.api.ask(listServiceFeedback, { serviceId }),
      visit.api.ask(listServiceComments, { serviceId, cursor }),
    ]);
    const [service] = items;
    if (!service) throw new Rejection('SERVICE_NOT_FOUND');
    const title = service.titles[visit.texts.language] ?? service.titles[service.language] ?? '';
    visit.show(<OneServiceOfficePage service={service} comments={{ ...comments, cursor }} />, { title });
  }
}

/** The units whose services the visitor describes. */
async function ownUnits(visit: Visit): Promise<Choice[]> {
  return (await unitsOf(visit)).choices(({ unit }) => visit.may('publish', unit));
}

/** One line a comment, page after page, so that it takes no more memory than one. */
async function* linesOf(visit: Visit, chosen: Pick<ListServiceComments, 'unit' | 'serviceId'>): AsyncGenerator<string> {
  yield csvLine(['given_at', 'service_id', 'service', 'unit', 'answer', 'assurance', 'comment']);
  for (let cursor: string | undefined; ; ) {
    const { items, next } = await visit.api.ask(listServiceComments, { ...chosen, cursor });
    yield items.map((comment) => csvLine(cellsOf(comment))).join('');
    if (next === null) return;
    cursor = next;
  }
}

function cellsOf({ givenAt, serviceId, titles, language, unit, answer, assurance, comment }: ServiceCommentView) {
  return [givenAt, serviceId, titles[language] ?? '', unit, answer, assurance, comment];
}
