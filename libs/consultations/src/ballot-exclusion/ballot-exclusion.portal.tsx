import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { blankForm, carry, idInPath, textOf, type Visit, type Visited } from '@isegoria/portal-kit';
import { excludeBallot, reinstateBallot } from '../commands.contract';
import { listBallots, showConsultation } from '../queries.contract';
import { BallotsPage, type JudgedBallot } from './ballot-exclusion.page';

@Controller('office/consultations/:id/ballots')
export class BallotsOfficeController {
  @Get()
  async ballots(@Res() { visit }: Visited, @Param('id') id: string, @Query('voter') voter?: string): Promise<void> {
    await showBallots(visit, id, { exclusion: blankForm({ voter: String(voter ?? '') }) });
  }

  @Post('exclusion')
  async exclude(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const consultationId = idInPath(id);
    await carry(visit, body, excludeBallot, {
      command: (form) => ({ consultationId, voter: textOf(form, 'voter').trim(), reason: textOf(form, 'reason') }),
      accepted: ({ position }) => visit.seeOther(`/office/consultations/${id}/ballots`, position),
      refused: (exclusion, status) => showBallots(visit, id, { exclusion }, status),
    });
  }

  @Post(':voter/reinstatement')
  async reinstate(@Res() { visit }: Visited, @Param('id') id: string, @Param('voter') voter: string, @Body() body: unknown): Promise<void> {
    const consultationId = idInPath(id);
    await carry(visit, body, reinstateBallot, {
      command: (form) => ({ consultationId, voter, reason: textOf(form, 'reason') }),
      accepted: ({ position }) => visit.seeOther(`/office/consultations/${id}/ballots`, position),
      refused: (form, status) => showBallots(visit, id, { reinstatement: { voter, form } }, status),
    });
  }
}

async function showBallots(visit: Visit, id: string, sent: JudgedBallot, status = 200): Promise<void> {
  visit.mustBePermitted('moderate');
  const consultationId = idInPath(id);
  const [cursor, excludedFrom] = [visit.cursor(), visit.cursor('excluded')];
  const [consultation, all, excluded] = await Promise.all([
    visit.api.ask(showConsultation, { consultationId }),
    visit.api.ask(listBallots, { consultationId, cursor }),
    visit.api.ask(listBallots, { consultationId, status: 'excluded', cursor: excludedFrom }),
  ]);
  const page = (
    <BallotsPage consultation={consultation} ballots={{ ...all, cursor }} excluded={{ ...excluded, cursor: excludedFrom }} sent={sent} />
  );
  visit.show(page, { title: visit.texts.t('ballots.title'), status, address: `/office/consultations/${id}/ballots` });
}
