import { Body, Controller, Inject, Param, Post, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { SECTIONS, carry, idInPath, listOf, textOf, type Section, type Visited } from '@isegoria/portal-kit';
import type { VoteChoice } from '../methods/deliberation/deliberation.contract';
import { castStatementVote, submitStatement } from '../methods/deliberation/statement-commands.contract';
import { castPollBallot } from '../methods/poll/poll-commands.contract';
import { showConsultation } from './show-consultation.portal';

/** What people send into a consultation: votes, ballots, statements, and what its sections take. */
@Controller('consultations/:id')
export class ParticipationController {
  constructor(@Inject(SECTIONS) private readonly sections: readonly Section[]) {}

  @Post('votes')
  async vote(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const consultationId = idInPath(id);
    await carry(visit, body, castStatementVote, {
      command: (form) => ({
        consultationId,
        statementId: idInPath(textOf(form, 'statementId')),
        choice: textOf(form, 'choice') as VoteChoice,
      }),
      accepted: (accepted) => visit.thank(accepted, `/consultations/${consultationId}#voting`, 'vote'),
      refused: (vote, status) => showConsultation(visit, this.sections, id, { vote }, status),
    });
  }

  @Post('ballot')
  async ballot(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const consultationId = idInPath(id);
    await carry(visit, body, castPollBallot, {
      command: (form) => ({ consultationId, options: listOf(form, 'options') }),
      accepted: (accepted) => visit.thank(accepted, `/consultations/${consultationId}`, 'ballot'),
      refused: (ballot, status) => showConsultation(visit, this.sections, id, { ballot }, status),
    });
  }

  @Post('statements')
  async statement(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const consultationId = idInPath(id);
    await carry(visit, body, submitStatement, {
      command: (form) => ({ consultationId, text: textOf(form, 'text') }),
      accepted: (accepted) => visit.thank(accepted, `/consultations/${consultationId}`, 'statement'),
      refused: (statement, status) => showConsultation(visit, this.sections, id, { statement }, status),
    });
  }

  /** What people send into a section; the page of a consultation names none. */
  @Post(':section')
  async contribute(
    @Res() { visit }: Visited,
    @Param('id') id: string,
    @Param('section') name: string,
    @Body() body: unknown,
  ): Promise<void> {
    const section = this.sections.find((known) => known.name === name);
    if (!section) throw new Rejection('NOT_FOUND');
    const consultationId = idInPath(id);
    await carry(visit, body, section.contract, {
      command: (form) => section.command(form, consultationId),
      accepted: (accepted) => visit.thank(accepted, `/consultations/${consultationId}`, section.form),
      refused: (form, status) => showConsultation(visit, this.sections, id, { [section.form]: form }, status),
    });
  }
}
