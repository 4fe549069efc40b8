import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { askQuestion, castPollBallot, castStatementVote, submitComment, submitStatement, type VoteChoice } from '@isegoria/contracts';
import { carry } from '../web/carry';
import { idInPath } from '../web/id-in-path';
import { listOf, textOf } from '../web/form';
import type { Visited } from '../web/visit';
import { chosen, votedFor } from './own-choice';
import { showConsultation } from './show-consultation';

/** What people send into a consultation: votes, ballots, statements, comments, questions. */
@Controller('consultations/:id')
export class ParticipationController {
  @Post('votes')
  async vote(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const consultationId = idInPath(id);
    await carry(visit, body, castStatementVote, {
      command: (form) => ({ consultationId, statementId: idInPath(textOf(form, 'statementId')), choice: textOf(form, 'choice') as VoteChoice }),
      accepted: (accepted, { statementId, choice }) =>
        visit.thank(accepted, `/consultations/${consultationId}#voting`, 'vote', votedFor(statementId, choice)),
      refused: (vote, status) => showConsultation(visit, id, { vote }, status),
    });
  }

  @Post('ballot')
  async ballot(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const consultationId = idInPath(id);
    await carry(visit, body, castPollBallot, {
      command: (form) => ({ consultationId, options: listOf(form, 'options') }),
      accepted: (accepted, { options }) => visit.thank(accepted, `/consultations/${consultationId}`, 'ballot', chosen(options)),
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
