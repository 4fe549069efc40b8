import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { blankForm, carry, idInPath, sentForm, textOf, withQuery, type Visit, type Visited } from '@isegoria/portal-kit';
import { showConsultation } from '../consultation/consultation.contract';
import { excludeBallot, listBallots, reinstateBallot } from './ballot-exclusion.contract';
import { evidenceOf, filtersIn, leaveOut, nothingSent, type SentList } from './evidence/evidence.portal';
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

  @Post('exclusions')
  async excludeSeveral(
    @Res() { visit }: Visited,
    @Param('id') id: string,
    @Param('activityId') asked: string,
    @Body() body: unknown,
  ): Promise<void> {
    visit.mustBePermitted('moderate');
    const [activityId, form] = [idInPath(asked), sentForm(body)];
    const leftOut = await leaveOut(visit, activityId, form);
    if (leftOut.again) return showBallots(visit, id, activityId, { list: leftOut.again }, leftOut.status);
    visit.tellOfAcceptance(form, excludeBallot, leftOut.count);
    visit.seeOther(withQuery(ballotsPath(idInPath(id), activityId), { ...filtersIn(visit) }), leftOut.position);
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

async function showBallots(visit: Visit, id: string, asked: string, sent: JudgedBallot & { list?: SentList }, status = 200): Promise<void> {
  visit.mustBePermitted('moderate');
  const activityId = idInPath(asked);
  const excludedFrom = visit.cursor('excluded');
  const consultation = await visit.api.ask(showConsultation, { consultationId: idInPath(id) });
  visit.mustBePermitted('moderate', consultation.unit);
  const activity = consultation.activities.find((known) => known.id === activityId);
  if (!activity) throw new Rejection('ACTIVITY_NOT_FOUND');
  const [{ evidence, list }, excluded] = await Promise.all([
    evidenceOf(visit, activityId, sent.list ?? nothingSent()),
    visit.api.ask(listBallots, { activityId, status: 'excluded', cursor: excludedFrom }),
  ]);
  const page = (
    <BallotsPage
      consultation={consultation}
      activity={activity}
      evidence={evidence}
      list={list}
      excluded={{ ...excluded, cursor: excludedFrom }}
      sent={sent}
      mayRun={visit.may('export', consultation.unit)}
    />
  );
  visit.show(page, { title: visit.texts.t('ballots.title'), status, address: ballotsPath(id, activityId) });
}
