import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { BallotView, ConsultationView } from '@isegoria/contracts';
import { blankForm, sentForm, textOf } from '../web/form';
import { idInPath } from '../web/id-in-path';
import type { Visit, Visited } from '../web/visit';
import { BallotsPage, type JudgedBallot } from './ballots.page';
import { requireRole } from './require-role';

type Listed = { items: BallotView[]; next: number | null };

@Controller('office/consultations/:id/ballots')
export class BallotsOfficeController {
  @Get()
  async ballots(@Res() { visit }: Visited, @Param('id') id: string, @Query('voter') voter?: string): Promise<void> {
    requireRole(visit, 'moderator', 'administrator');
    await showBallots(visit, id, { exclusion: blankForm({ voter: String(voter ?? '') }) });
  }

  @Post('exclusion')
  async exclude(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const exclusion = sentForm(body);
    requireRole(visit, 'moderator', 'administrator');
    const send = () => visit.api.post(`/consultations/${idInPath(id)}/exclusions`, { voter: textOf(exclusion, 'voter').trim(), reason: textOf(exclusion, 'reason') }, exclusion.key);
    const { accepted, form, status } = await visit.attempt(exclusion, send);
    if (form) return showBallots(visit, id, { exclusion: form }, status);
    visit.seeOther(`/office/consultations/${id}/ballots`, accepted.position);
  }

  @Post(':voter/reinstatement')
  async reinstate(@Res() { visit }: Visited, @Param('id') id: string, @Param('voter') voter: string, @Body() body: unknown): Promise<void> {
    const reinstatement = sentForm(body);
    requireRole(visit, 'moderator', 'administrator');
    const send = () => visit.api.post(`/consultations/${idInPath(id)}/reinstatements`, { voter, reason: textOf(reinstatement, 'reason') }, reinstatement.key);
    const { accepted, form, status } = await visit.attempt(reinstatement, send);
    if (form) return showBallots(visit, id, { reinstatement: { voter, form } }, status);
    visit.seeOther(`/office/consultations/${id}/ballots`, accepted.position);
  }
}

async function showBallots(visit: Visit, id: string, sent: JudgedBallot, status = 200): Promise<void> {
  const path = `/consultations/${idInPath(id)}`;
  const [consultation, all, excluded] = await Promise.all([
    visit.api.get<ConsultationView>(path),
    visit.api.get<Listed>(`${path}/ballots`, { page: visit.page }),
    visit.api.get<Listed>(`${path}/ballots`, { status: 'excluded' }),
  ]);
  visit.show(<BallotsPage consultation={consultation} ballots={all.items} excluded={excluded.items} sent={sent} page={visit.page} next={all.next} />, {
    title: visit.texts.t('ballots.title'),
    status,
    address: `/office/consultations/${id}/ballots`,
  });
}
