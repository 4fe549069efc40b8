import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { askQuestion, submitComment } from '@isegoria/feedback';
import { carry, idInPath, listOf, textOf, type Visited } from '@isegoria/portal-kit';
import type { VoteChoice } from '../methods/deliberation/deliberation.contract';
import { castStatementVote, submitStatement } from '../methods/deliberation/statement-commands.contract';
import { castPollBallot } from '../methods/poll/poll-commands.contract';
import { showConsultation } from './show-consultation.portal';

/** What people send into a consultation: votes, ballots, statements, comments, questions. */
@Controller('consultations/:id')
export class ParticipationController {
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
      refused: (vote, status) => showConsultation(visit, id, { vote }, status),
    });
  }

  @Post('ballot')
  async ballot(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const consultationId = idInPath(id);
    await carry(visit, body, castPollBallot, {
      command: (form) => ({ consultationId, options: listOf(form, 'options') }),
      accepted: (accepted) => visit.thank(accepted, `/consultations/${consultationId}`, 'ballot'),
      refused: (ballot, status) => showConsultation(visit, id, { ballot }, status),
    });
  }

  @Post('statements')
  async statement(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const consultationId = idInPath(id);
    await carry(visit, body, submitStatement, {
      command: (form) => ({ consultationId, text: textOf(form, 'text') }),
      accepted: (accepted) => visit.thank(accepted, `/consultations/${consultationId}`, 'statement'),
      refused: (statement, status) => showConsultation(visit, id, { statement }, status),
    });
  }

  @Post('comments')
  async comment(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const consultationId = idInPath(id);
    await carry(visit, body, submitComment, {
      command: (form) => ({ consultationId, text: textOf(form, 'text') }),
      accepted: (accepted) => visit.thank(accepted, `/consultations/${consultationId}`, 'comment'),
      refused: (comment, status) => showConsultation(visit, id, { comment }, status),
    });
  }

  @Post('questions')
  async question(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const consultationId = idInPath(id);
    await carry(visit, body, askQuestion, {
      command: (form) => ({ consultationId, text: textOf(form, 'text') }),
      accepted: (accepted) => visit.thank(accepted, `/consultations/${consultationId}`, 'question'),
      refused: (question, status) => showConsultation(visit, id, { question }, status),
    });
  }
}
