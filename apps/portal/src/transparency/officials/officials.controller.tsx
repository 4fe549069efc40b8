import { Controller, Get, Query, Res } from '@nestjs/common';
import { isUnit, listOfficialActions, officialActionKinds } from '@isegoria/contracts';
import { unitsOf, type Visited } from '@isegoria/portal-kit';
import { actedOn } from './acted-on.portal';
import { OfficialsPage } from './officials.page';

@Controller('transparency/officials')
export class OfficialsController {
  @Get()
  async actions(@Res() { visit }: Visited, @Query('kind') asked?: unknown): Promise<void> {
    const kind = officialActionKinds.find((known) => known === asked);
    const { items, next } = await visit.api.ask(listOfficialActions, { kind, cursor: visit.cursor() });
    const tree = items.some(({ subject }) => isUnit(subject)) ? await unitsOf(visit) : undefined;
    const nameOf = (unit: string) => tree?.wayTo(unit) ?? unit;
    const about = { ...(await actedOn(visit.api, visit.texts.language, items)), nameOf };
    const page = <OfficialsPage actions={items} about={about} kind={kind} cursor={visit.cursor()} next={next} />;
    visit.show(page, { title: visit.texts.t('officials.title') });
  }
}
