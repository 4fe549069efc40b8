import { Controller, Get, Res } from '@nestjs/common';
import type { ConsultationSummary, ConsultationView, PageView, QuestionView } from '@isegoria/contracts';
import type { Visited } from '../web/visit';
import { StartBanner, StartPage } from './start.page';

type Listed<T> = { items: T[] };

@Controller()
export class StartController {
  @Get()
  async start(@Res() { visit }: Visited): Promise<void> {
    const [open, scheduled, decided, announcements, answered] = await Promise.all([
      visit.api.get<Listed<ConsultationSummary>>('/consultations', { phase: 'open' }),
      visit.api.get<Listed<ConsultationSummary>>('/consultations', { phase: 'scheduled' }),
      visit.api.get<Listed<ConsultationSummary>>('/consultations', { phase: 'decided' }),
      visit.api.get<Listed<PageView>>('/pages', { kind: 'announcement' }),
      visit.api.get<Listed<QuestionView>>('/questions', { status: 'answered' }),
    ]);
    const outcomes = await Promise.all(decided.items.slice(0, 2).map(({ id }) => visit.api.get<ConsultationView>(`/consultations/${id}`)));
    visit.show(
      <StartPage
        open={open.items.slice(0, 6)}
        scheduled={scheduled.items.slice(0, 3)}
        decided={outcomes}
        announcements={announcements.items.slice(0, 3)}
        answered={answered.items.slice(0, 3)}
      />,
      { title: visit.texts.t('start.title'), banner: <StartBanner /> },
    );
  }
}
