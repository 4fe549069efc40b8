import { Controller, Get, Res } from '@nestjs/common';
import {
  duties,
  listConsultations,
  listPageDrafts,
  listPages,
  listPendingStatements,
  listReports,
  listWaitingConsultations,
  listWaitingQuestions,
  rootUnit,
  unitsWhere,
  type RolePermission,
} from '@isegoria/contracts';
import type { Visit, Visited } from '@isegoria/portal-kit';
import { OfficePage } from './office.page';
import type { Waiting } from './waiting.page';

@Controller('office')
export class OfficeController {
  @Get()
  async desk(@Res() { visit }: Visited): Promise<void> {
    if (!visit.may('moderate')) visit.mustBePermitted('export');
    const isOfficial = visit.may('publish');
    const mayExport = visit.may('export');
    const unit = ownUnit(visit, isOfficial ? 'publish' : 'export');
    const none = { items: [], next: null, count: 0 };
    const from = { pages: visit.cursor('pages'), consultations: visit.cursor('consultations') };
    const [pages, consultations, waiting] = await Promise.all([
      isOfficial ? visit.api.ask(listPages, { status: 'all', unit, cursor: from.pages }) : none,
      mayExport ? visit.api.ask(listConsultations, { unit, cursor: from.consultations }) : none,
      waitingFor(visit),
    ]);
    visit.show(
      <OfficePage
        waiting={waiting}
        pages={{ ...pages, cursor: from.pages }}
        consultations={{ ...consultations, cursor: from.consultations }}
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

/** What waits for the visitor, in each of the units where they may do it. */
async function waitingFor(visit: Visit): Promise<Waiting> {
  const { api } = visit;
  const from = Object.fromEntries(['questions', 'pageDrafts', ...duties].map((list) => [list, visit.cursor(list)]));
  const listed = async <Answer extends object>(list: string, ask: (cursor?: string) => Promise<Answer>) => ({
    [list]: { ...(await ask(from[list])), cursor: from[list] },
  });
  const [answers, publishes, consults, moderates] = (['answer', 'publish', 'consult', 'moderate'] as const).map((one) => visit.may(one));
  const parts = await Promise.all([
    answers && listed('questions', (cursor) => api.ask(listWaitingQuestions, { cursor })),
    publishes && listed('pageDrafts', (cursor) => api.ask(listPageDrafts, { cursor })),
    ...duties.map((duty) => consults && listed(duty, (cursor) => api.ask(listWaitingConsultations, { duty, cursor }))),
    moderates && api.ask(listPendingStatements, {}).then(({ count }) => ({ statements: count })),
    moderates && api.ask(listReports, {}).then(({ count }) => ({ reports: count })),
  ]);
  return Object.assign({}, ...parts) as Waiting;
}

/** People who work for only one unit see on the desk what belongs to that unit. */
function ownUnit({ account }: Visit, permission: RolePermission): string | undefined {
  const [unit, ...others] = unitsWhere(account, permission);
  return others.length === 0 && unit !== rootUnit ? unit : undefined;
}
