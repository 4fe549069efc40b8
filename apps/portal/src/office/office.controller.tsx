import { Controller, Get, Res } from '@nestjs/common';
import { listConsultations, listPages, listQuestions } from '@isegoria/contracts';
import type { Visited } from '@isegoria/portal-kit';
import { OfficePage } from './office.page';

@Controller('office')
export class OfficeController {
  @Get()
  async desk(@Res() { visit }: Visited): Promise<void> {
    if (!visit.may('moderate')) visit.mustBePermitted('export');
    const isOfficial = visit.may('publish');
    const mayExport = visit.may('export');
    const none = { items: [], next: null, count: 0 };
    const from = { pages: visit.cursor('pages'), consultations: visit.cursor('consultations'), questions: visit.cursor('questions') };
    const [pages, consultations, questions] = await Promise.all([
      isOfficial ? visit.api.ask(listPages, { status: 'all', cursor: from.pages }) : none,
      mayExport ? visit.api.ask(listConsultations, { cursor: from.consultations }) : none,
      isOfficial ? visit.api.ask(listQuestions, { status: 'open', cursor: from.questions }) : none,
    ]);
    visit.show(
      <OfficePage
        pages={{ ...pages, cursor: from.pages }}
        consultations={{ ...consultations, cursor: from.consultations }}
        questions={{ ...questions, cursor: from.questions }}
        isOfficial={isOfficial}
        isModerator={visit.may('moderate')}
        isAdministrator={visit.may('administer')}
        mayExport={mayExport}
      />,
      { title: visit.texts.t('nav.office') },
    );
  }
}
