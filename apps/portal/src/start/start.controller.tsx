import { Controller, Get, Res } from '@nestjs/common';
import {
  listConsultations,
  listMilestones,
  listPages,
  listQuestions,
  showConsultation,
  type ConsultationSummary,
} from '@isegoria/contracts';
import { narrowingOf } from '@isegoria/consultations/portal';
import { readConsultation } from '@isegoria/consultations/translation/reading/translated.page';
import type { Visited } from '@isegoria/portal-kit';
import { StartBanner, StartPage } from './start.page';

@Controller()
export class StartController {
  @Get()
  async start(@Res() { visit }: Visited): Promise<void> {
    const [open, scheduled, closed, decided, announcements, answered, narrowing, lateAnswers, lateMilestones] = await Promise.all([
      visit.api.ask(listConsultations, { status: 'open' }),
      visit.api.ask(listConsultations, { status: 'scheduled' }),
      visit.api.ask(listConsultations, { status: 'closed' }),
      visit.api.ask(listConsultations, { status: 'decided' }),
      visit.api.ask(listPages, { kind: 'announcement' }),
      visit.api.ask(listQuestions, { status: 'answered' }),
      narrowingOf(visit, {}),
      visit.api.ask(listConsultations, { answer: 'overdue' }),
      visit.api.ask(listMilestones, { only: 'overdue' }),
    ]);
    const byDeadline = [...open.items].sort((a, b) => endOf(a) - endOf(b));
    const [first, ...others] = byDeadline;
    const featured = first && (await visit.api.ask(showConsultation, { consultationId: first.id }));
    const outcomes = await Promise.all(decided.items.slice(0, 2).map(({ id }) => readConsultation(visit.api, visit.texts.language, id)));
    visit.show(
      <StartPage
        narrowing={narrowing}
        open={others.length === 0 ? byDeadline : others.slice(0, 6)}
        scheduled={[...scheduled.items].sort((a, b) => beginningOf(a) - beginningOf(b)).slice(0, 3)}
        closed={[...closed.items].sort((a, b) => endOf(b) - endOf(a)).slice(0, 3)}
        decided={outcomes}
        overdue={lateAnswers.count + lateMilestones.count}
        sections={visit.menu.sections}
        announcements={announcements.items.slice(0, 3)}
        answered={answered.items.slice(0, 3)}
      />,
      { title: visit.texts.t('start.title'), banner: <StartBanner featured={featured} /> },
    );
  }
}

/** What closes first is what people can miss. */
const endOf = ({ closesAt, closedEarlyAt }: ConsultationSummary): number => {
  const end = closedEarlyAt ?? closesAt;
  return end === null ? Infinity : Date.parse(end);
};
/** When the next of its phases opens. */
const beginningOf = ({ phases }: ConsultationSummary): number => {
  const next = phases.find(({ status }) => status === 'scheduled')?.opensAt ?? null;
  return next === null ? Infinity : Date.parse(next);
};
