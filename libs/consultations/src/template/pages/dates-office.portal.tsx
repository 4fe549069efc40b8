import { Controller, Get, Param, Res } from '@nestjs/common';
import { Rejection, limits } from '@isegoria/kernel';
import { blankForm, idInPath, sentForm, shownAgain, textIfAny, timeIn, timesToAsk, type Visited } from '@isegoria/portal-kit';
import { showConsultation } from '../../consultation/consultation.contract';
import { datesInOrder } from '../../phase/dates/dates-in-order';
import type { PhaseDates } from '../../phase/phase.contract';
import { showTemplates } from '../template.contract';
import { builtIn } from './built-in.page';
import { DatesPage, datesFrom, isMoved } from './dates-office.page';

/** Where an office has the dates of a draft worked out that a template counts from its opening; it publishes nothing. */
@Controller('office/consultations/:id/dates')
export class DatesOfficeController {
  @Get()
  async dates(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    visit.mustBePermitted('consult');
    const consultation = await visit.api.ask(showConsultation, { consultationId: idInPath(id) });
    visit.mustBePermitted('consult', consultation.unit);
    if (consultation.status !== 'draft') throw new Rejection('NOT_FOUND');
    const { items } = await visit.api.do(showTemplates, { unit: consultation.unit });
    const fitting = [...items, ...builtIn(visit.texts)].filter(
      ({ dates, phases }) => dates !== null && phases === consultation.phases.length,
    );
    const asked = sentForm(visit.request.query);
    const zone = visit.texts.zone.id;
    const opensAt = timeIn(asked, 'opensAt', zone);
    const chosen = fitting.find((one) => one.id === textIfAny(asked, 'template'));
    const isAsked = asked.values['opensAt'] !== undefined;
    const isTime = /Z$/.test(opensAt);
    const errors = timesToAsk(asked, visit.texts);
    if (isAsked && !isTime) errors.push({ field: 'opensAt', message: visit.texts.t('template.opensAtWrong') });
    const terms = isTime && errors.length === 0 ? chosen?.dates : undefined;
    const workedOut = terms ? datesFrom(opensAt, terms, zone) : undefined;
    const isFit = workedOut === undefined || canBePublished(workedOut);
    if (!isFit) errors.push({ field: 'opensAt', message: visit.texts.t('template.opensAtUnfit', { years: limits.yearsAhead }) });
    const form = errors.length > 0 ? visit.refuseWith(shownAgain(asked, errors)) : isAsked ? asked : blankForm();
    const dates = isFit ? workedOut : undefined;
    const moved = terms ? isMoved(opensAt, terms, zone) : false;
    visit.show(<DatesPage {...{ consultation, fitting, chosen, form, dates, moved }} />, {
      title: visit.texts.t('template.dates'),
      status: errors.length > 0 ? 422 : 200,
    });
  }
}

function canBePublished(dates: readonly PhaseDates[]): boolean {
  try {
    datesInOrder(dates.length, dates, new Date());
    return true;
  } catch (error) {
    if (error instanceof Rejection) return false;
    throw error;
  }
}
