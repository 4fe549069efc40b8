import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { SECTIONS, carry, idInPath, sentForm, withQuery, type Section, type Visit, type Visited } from '@isegoria/portal-kit';
import { idInPart } from '@isegoria/ui';
import { partOf } from '../../activity/activity-part.page';
import { listFrom } from '../../methods/method/method.page';
import { pagesOf } from '../../methods/methods.page';
import { showConsultation as showConsultationQuery } from '../consultation.contract';
import { formOf } from './sent-forms.page';
import { showConsultation } from './show-consultation.portal';

/** What people send into a consultation: to one of its activities, whose method says what it takes, or to one of its sections. */
@Controller('consultations/:id')
export class ParticipationController {
  constructor(@Inject(SECTIONS) private readonly sections: readonly Section[]) {}

  @Post('activities/:activityId/:form')
  async takePart(
    @Res() { visit }: Visited,
    @Param('id') id: string,
    @Param('activityId') activityId: string,
    @Param('form') name: string,
    @Body() body: unknown,
  ): Promise<void> {
    const { activities } = await visit.api.ask(showConsultationQuery, { consultationId: idInPath(id) });
    const activity = activities.find((known) => known.id === activityId);
    if (!activity) throw new Rejection('ACTIVITY_NOT_FOUND');
    const { forms } = pagesOf(activity.method);
    const form = Object.hasOwn(forms, name) ? forms[name] : undefined;
    if (!form) throw new Rejection('NOT_FOUND');
    const part = partOf(activities, activityId);
    const addressAfter = (command: object) => {
      const { at = form.goesOnAt, query = {} } = form.goesOn?.(command) ?? {};
      const fragment = at === undefined ? '' : `#${part === undefined ? at : idInPart(part, at)}`;
      return withQuery(pageOf(visit, id, activityId, fragment), query);
    };
    await carry(visit, body, form.contract, {
      command: (sent) => form.command(sent, activityId),
      named: form.named && ((field, command) => form.named!(field, command)),
      wrong: form.wrong?.(sentForm(body), visit.texts),
      accepted: (accepted, command) =>
        visit.thank(accepted, addressAfter(command), formOf(activityId, name), form.choosing?.said(command)),
      refused: (sent, status) => {
        if (sent.isStale && form.asksAt) return visit.seeOther(form.asksAt(idInPath(id), activityId));
        return showConsultation(visit, this.sections, id, { sent: { [formOf(activityId, name)]: sent }, status });
      },
    });
  }

  @Post(':section')
  async contribute(
    @Res() { visit }: Visited,
    @Param('id') id: string,
    @Param('section') name: string,
    @Body() body: unknown,
  ): Promise<void> {
    const section = this.sections.find((known) => known.name === name);
    if (!section) throw new Rejection('NOT_FOUND');
    const consultationId = idInPath(id);
    await carry(visit, body, section.contract, {
      command: (form) => section.command(form, consultationId),
      accepted: (accepted) => visit.thank(accepted, `/consultations/${consultationId}/${section.name}`, section.form),
      refused: (form, status) => showConsultation(visit, this.sections, id, { step: section, sent: { [section.form]: form }, status }),
    });
  }
}

/** Whoever reloads a form that was refused, or follows a link of that page, comes to the page that has it. */
@Controller('consultations/:id/activities/:activityId/:form')
export class RefusedFormController {
  @Get()
  async toPage(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    const { search } = new URL(visit.request.originalUrl, 'http://portal.invalid');
    visit.seeOther(`/consultations/${idInPath(id)}${search}`);
  }
}

/** The page from which something was sent, with the list of the activity where it was. */
function pageOf(visit: Visit, id: string, activityId: string, fragment: string): string {
  const from = listFrom(activityId);
  return withQuery(`/consultations/${id}${fragment}`, { [from]: visit.cursor(from) });
}
