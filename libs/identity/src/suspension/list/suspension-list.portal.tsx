import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { rootUnit } from '@isegoria/kernel';
import { blankForm, carry, idInPath, textOf, type Visit, type Visited } from '@isegoria/portal-kit';
import { decideSuspensionAppeal } from '../appeal/suspension-appeal.contract';
import { liftSuspension } from '../suspension.contract';
import { OneSuspensionPage, type OneSuspensionProps } from './one-suspension.page';
import { listSuspensions, showSuspension, suspensionStates } from './suspension-list.contract';
import { SuspensionsPage } from './suspension-list.page';

@Controller('office/suspensions')
export class SuspensionsOfficeController {
  @Get()
  async list(@Res() { visit }: Visited, @Query('state') asked?: string): Promise<void> {
    visit.mustBePermitted('moderate', rootUnit);
    const state = suspensionStates.find((one) => one === asked) ?? 'running';
    const cursor = visit.cursor();
    const suspensions = await visit.api.ask(listSuspensions, { state, cursor });
    visit.show(<SuspensionsPage suspensions={suspensions} state={state} cursor={cursor} />, { title: visit.texts.t('suspensions.title') });
  }

  @Get(':id')
  async suspension(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    await show(visit, idInPath(id));
  }

  @Post(':id/appeal')
  async decide(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const suspensionId = idInPath(id);
    await carry(visit, body, decideSuspensionAppeal, {
      command: (form) => ({ suspensionId, granted: textOf(form, 'granted') === 'yes', reason: textOf(form, 'reason') }),
      accepted: ({ position }) => visit.seeOther(`/office/suspensions/${suspensionId}`, position),
      refused: (appeal, status) => show(visit, suspensionId, { appeal }, status),
    });
  }

  @Post(':id/end')
  async end(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const suspensionId = idInPath(id);
    await carry(visit, body, liftSuspension, {
      command: (form) => ({ suspensionId, reason: textOf(form, 'reason') }),
      accepted: ({ position }) => visit.seeOther(`/office/suspensions/${suspensionId}`, position),
      refused: (end, status) => show(visit, suspensionId, { end }, status),
    });
  }
}

async function show(visit: Visit, suspensionId: string, sent: Partial<OneSuspensionProps['forms']> = {}, status = 200): Promise<void> {
  visit.mustBePermitted('moderate', rootUnit);
  const suspension = await visit.api.ask(showSuspension, { suspensionId });
  const forms = { appeal: sent.appeal ?? blankForm(), end: sent.end ?? blankForm() };
  const isOwn = visit.account?.id.slice(0, 8) === suspension.orderedBy;
  const page = <OneSuspensionPage suspension={suspension} isOwn={isOwn} forms={forms} />;
  visit.show(page, { title: visit.texts.t('suspensions.oneTitle'), status, address: `/office/suspensions/${suspensionId}` });
}
