import { Controller, Get, Res } from '@nestjs/common';
import { listConsultations, listPages, listWaitingQuestions, rootUnit, unitsWhere, type RolePermission } from '@isegoria/contracts';
import type { Visit, Visited } from '@isegoria/portal-kit';
import { OfficePage } from './office.page';

@Controller('office')
export class OfficeController {
  @Get()
  async desk(@Res() { visit }: Visited): Promise<void> {
    if (!visit.may('moderate')) visit.mustBePermitted('export');
    const isOfficial = visit.may('publish');
    const mayExport = visit.may('export');
    const unit = ownUnit(visit, isOfficial ? 'publish' : 'export');
    const none = { items: [], next: null, count: 0 };
    const from = { pages: visit.cursor('pages'), consultations: visit.cursor('consultations'), questions: visit.cursor('questions') };
    const [pages, consultations, questions] = await Promise.all([
      isOfficial ? visit.api.ask(listPages, { status: 'all', unit, cursor: from.pages }) : none,
      mayExport ? visit.api.ask(listConsultations, { unit, cursor: from.consultations }) : none,
      visit.may('answer') ? visit.api.ask(listWaitingQuestions, { cursor: from.questions }) : none,
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
        may={(permission, of) => visit.may(permission, of)}
      />,
      { title: visit.texts.t('nav.office') },
    );
  }
}

/** People who work for only one unit see on the desk what belongs to that unit. */
function ownUnit({ account }: Visit, permission: RolePermission): string | undefined {
  const [unit, ...others] = unitsWhere(account, permission);
  return others.length === 0 && unit !== rootUnit ? unit : undefined;
}
