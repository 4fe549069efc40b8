import { Controller, Get, Res } from '@nestjs/common';
import { listConsultations, listPages, listQuestions, showConsultation, type ConsultationSummary } from '@isegoria/contracts';
import type { Visited } from '@isegoria/portal-kit';
import { StartBanner, StartPage } from './start.page';

@Controller()
export class StartController {
  @Get()
  async start(@Res() { visit }: Visited): Promise<void> {
    const [open, scheduled, decided, announcements, answered] = await Promise.all([
      visit.api.ask(listConsultations, { status: 'open' }),
      visit.api.ask(listConsultations, { status: 'scheduled' }),
      visit.api.ask(listConsultations, { status: 'decided' }),
      visit.api.ask(listPages, { kind: 'announcement' }),
      visit.api.ask(listQuestions, { status: 'answered' }),
    ]);
    const byDeadline = [...open.items].sort((a, b) => endOf(a) - endOf(b));
    const [first] = byDeadline;
    const featured = first && (await visit.api.ask(showConsultation, { consultationId: first.id }));
    const outcomes = await Promise.all(decided.items.slice(0, 2).map(({ id }) => visit.api.ask(showConsultation, { consultationId: id })));
    visit.show(
      <StartPage
        open={byDeadline.slice(1, 7)}
        scheduled={scheduled.items.slice(0, 3)}
        decided={outcomes}
        announcements={announcements.items.slice(0, 3)}
        answered={answered.items.slice(0, 3)}
      />,
      { title: visit.texts.t('start.title'), banner: <StartBanner featured={featured} /> },
    );
  }
}

/** What closes first is what people can miss. */
const endOf = ({ closesAt }: ConsultationSummary): number => (closesAt === null ? Infinity : Date.parse(closesAt));
