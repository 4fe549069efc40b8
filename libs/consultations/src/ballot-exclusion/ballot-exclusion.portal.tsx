import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { blankForm, carry, idInPath, textOf, withQuery, type Visit, type Visited } from '@isegoria/portal-kit';
import { showConsultation } from '../consultation/consultation.contract';
import { excludeBallot, listBallots, reinstateBallot } from './ballot-exclusion.contract';
import { BallotsPage, ballotsPath, type JudgedBallot } from './ballot-exclusion.page';

@Controller('office/consultations/:id/activities/:activityId/ballots')
export class BallotsOfficeController {
  @Get()
  async ballots(
    @Res() { visit }: Visited,
    @Param('id') id: string,
    @Param('activityId') activityId: string,
    @Query('voter') voter?: string,
  ): Promise<void> {
    await showBallots(visit, id, activityId, { exclusion: blankForm({ voter: String(voter ?? '') }) });
  }

  @Post('exclusion')
  async exclude(
    @Res() { visit }: Visited,
    @Param('id') id: string,
    @Param('activityId') asked: string,
    @Body() body: unknown,
  ): Promise<void> {
    const activityId = idInPath(asked);
    await carry(visit, body, excludeBallot, {
      command: (form) => ({ activityId, voter: textOf(form, 'voter').trim(), reason: textOf(form, 'reason') }),
      accepted: ({ position }) => visit.seeOther(ballotsPath(idInPath(id), activityId), position),
      refused: (exclusion, status) => showBallots(visit, id, activityId, { exclusion }, status),
    });
  }

  @Post(':voter/reinstatement')
  async reinstate(
    @Res() { visit }: Visited,
    @Param('id') id: string,
    @Param('activityId') asked: string,
    @Param('voter') voter: string,
    @Body() body: unknown,
  ): Promise<void> {
    const activityId = idInPath(asked);
    await carry(visit, body, reinstateBallot, {
      command: (form) => ({ activityId, voter, reason: textOf(form, 'reason') }),
      accepted: ({ position }) =>
        visit.seeOther(withQuery(ballotsPath(idInPath(id), activityId), { excluded: visit.cursor('excluded') }), position),
      refused: (form, status) => showBallots(visit, id, activityId, { reinstatement: { voter, form } }, status),
    });
  }
}

async function showBallots(visit: Visit, id: string, asked: string, sent: JudgedBallot, status = 200): Promise<void> {
  visit.mustBePermitted('moderate');
  const activityId = idInPath(asked);
  const [cursor, excludedFrom] = [visit.cursor(), visit.cursor('excluded')];
  const consultation = await visit.api.ask(showConsultation, { consultationId: idInPath(id) });
  visit.mustBePermitted('moderate', consultation.unit);
  const activity = consultation.activities.find((known) => known.id === activityId);
  if (!activity) throw new Rejection('ACTIVITY_NOT_FOUND');
  const [all, excluded] = await Promise.all([
    visit.api.ask(listBallots, { activityId, cursor }),
    visit.api.ask(listBallots, { activityId, status: 'excluded', cursor: excludedFrom }),
  ]);
  const page = (
    <BallotsPage
      consultation={consultation}
      activity={activity}
      ballots={{ ...all, cursor }}
      excluded={{ ...excluded, cursor: excludedFrom }}
      sent={sent}
    />
  );
  visit.show(page, { title: visit.texts.t('ballots.title'), status, address: ballotsPath(id, activityId) });
}
