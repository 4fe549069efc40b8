import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { showService } from '@isegoria/content';
import { Rejection } from '@isegoria/kernel';
import {
  blankForm,
  carry,
  describeFields,
  idInPath,
  textIfAny,
  textOf,
  type PagePart,
  type Visit,
  type Visited,
} from '@isegoria/portal-kit';
import { crumbOf, type FormState } from '@isegoria/ui';
import type { HelpAnswer } from '../feedback-given.contract';
import { giveServiceFeedback, showOwnFeedback, showServiceFeedback, takeServiceFeedbackBack } from '../service-feedback.contract';
import { FeedbackOnService, feedbackPath, type FeedbackProps } from './feedback-on-service.page';
import { FeedbackPage } from './feedback.page';

describeFields({ answer: { wrong: 'field.help.wrong', steers: true } }, giveServiceFeedback);

/** What the page of a service ends with. */
export const feedbackOnService: PagePart = {
  async load(visit, serviceId) {
    const { status } = await visit.api.ask(showService, { serviceId });
    const props = await propsFor(visit, serviceId, status === 'published');
    return () => <FeedbackOnService {...props} />;
  },
};

@Controller('services/:id/feedback')
export class ServiceFeedbackPages {
  @Get()
  async form(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    await show(visit, idInPath(id));
  }

  @Post()
  async give(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const serviceId = idInPath(id);
    await carry(visit, body, giveServiceFeedback, {
      command: (form) => ({
        ...{ serviceId, answer: textIfAny(form, 'answer') as HelpAnswer },
        comment: textOf(form, 'comment').trim() || undefined,
      }),
      accepted: (accepted) => visit.thank(accepted, `/services/${serviceId}#helped`, 'feedback'),
      refused: (form, status) => show(visit, serviceId, form, status),
    });
  }

  @Post('withdrawal')
  async takeBack(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const serviceId = idInPath(id);
    await carry(visit, body, takeServiceFeedbackBack, {
      command: () => ({ serviceId }),
      accepted: ({ position }) => visit.seeOther(`/services/${serviceId}`, position),
      refused: (form, status) => show(visit, serviceId, form, status),
    });
  }
}

async function show(visit: Visit, serviceId: string, form?: FormState, status = 200): Promise<void> {
  const service = await visit.api.ask(showService, { serviceId });
  if (service.status !== 'published') throw new Rejection('SERVICE_WITHDRAWN');
  const read = service.translations.find(({ language }) => language === visit.texts.language) ?? service;
  const { title } = read.words;
  const props = await propsFor(visit, serviceId, true, form);
  const page = { ...props, title, language: read.language, back: crumbOf(title, `/services/${serviceId}`) };
  visit.show(<FeedbackPage {...page} />, { title: visit.texts.t('help.title'), status, address: feedbackPath(serviceId) });
}

async function propsFor(visit: Visit, serviceId: string, isOpen: boolean, form?: FormState): Promise<FeedbackProps> {
  const [feedback, own] = await Promise.all([
    visit.api.ask(showServiceFeedback, { serviceId }),
    visit.account && visit.api.ask(showOwnFeedback, { serviceId }),
  ]);
  const thanked = visit.thanks?.for === 'feedback' ? { receipt: visit.thanks.receipt } : {};
  return {
    ...{ feedback, isOpen, form: form ?? blankForm({ answer: own?.answer ?? '', comment: own?.comment ?? '' }) },
    ...{ withdrawal: blankForm(), ...(own && { own }), ...thanked },
  };
}
