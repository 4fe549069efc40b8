import { Controller, Get, Res } from '@nestjs/common';
import { workOfConsultations } from '@isegoria/consultations/portal';
import { workOfContent } from '@isegoria/content/portal';
import { listConsultations, listPages, rootUnit, unitsWhere, type RolePermission } from '@isegoria/contracts';
import { workOfFeedback } from '@isegoria/feedback/portal';
import { workOfIdentity } from '@isegoria/identity/portal';
import { narrowedTo, unitsOf, type UnitTree, type Visit, type Visited } from '@isegoria/portal-kit';
import type { Choice } from '@isegoria/ui';
import { OfficePage } from './office.page';
import { workFor } from './work';

@Controller('office')
export class OfficeController {
  @Get()
  async desk(@Res() { visit }: Visited): Promise<void> {
    if (!visit.may('moderate')) visit.mustBePermitted('export');
    const isOfficial = visit.may('publish');
    const mayExport = visit.may('export');
    const unit = ownUnit(visit, isOfficial ? 'publish' : 'export');
    const narrowed = narrowedTo(visit);
    const none = { items: [], next: null, count: 0 };
    const from = { pages: visit.cursor('pages'), consultations: visit.cursor('consultations') };
    const [pages, consultations, waiting, tree] = await Promise.all([
      isOfficial ? visit.api.ask(listPages, { status: 'all', unit, cursor: from.pages }) : none,
      mayExport ? visit.api.ask(listConsultations, { unit, cursor: from.consultations }) : none,
      workFor(visit, kinds, { unit: narrowed, kind: visit.request.query['kind'] }),
      unitsOf(visit),
    ]);
    visit.show(
      <OfficePage
        waits={{ waiting, tree, units: ownUnits(visit, tree), unit: narrowed }}
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

/** Every kind of work, in the order in which the office is told how much of each there is. */
const kinds = [...workOfConsultations, ...workOfFeedback, ...workOfContent, ...workOfIdentity];

/** The units in which the visitor has work, each with those below it. */
function ownUnits(visit: Visit, tree: UnitTree): Choice[] {
  const permissions = new Set(kinds.map(({ may }) => may));
  return tree.choices(({ unit }) => [...permissions].some((permission) => visit.may(permission, unit)));
}

/** People who work for only one unit see on the desk what belongs to that unit. */
function ownUnit({ account }: Visit, permission: RolePermission): string | undefined {
  const [unit, ...others] = unitsWhere(account, permission);
  return others.length === 0 && unit !== rootUnit ? unit : undefined;
}
