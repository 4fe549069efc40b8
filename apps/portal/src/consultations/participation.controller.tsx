import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { idInPath } from '../web/id-in-path';
import { listOf, sentForm, textOf } from '../web/form';
import type { Visited } from '../web/visit';
import { showConsultation } from './show-consultation';

/** What people send into a consultation: votes, ballots, statements, comments, questions. */
@Controller('consultations/:id')
export class ParticipationController {
  @Post('votes')
  async vote(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const vote = sentForm(body);
    const path = `/consultations/${idInPath(id)}`;
    const send = () => visit.api.put(`${path}/statements/${idInPath(textOf(vote, 'statementId'))}/vote`, { choice: textOf(vote, 'choice') }, vote.key);
    const { accepted, form, status } = await visit.attempt(vote, send);
    if (form) return showConsultation(visit, id, { vote: form }, status);
    visit.thank(accepted, `${path}#voting`, 'vote');
  }

  @Post('ballot')
  async ballot(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const ballot = sentForm(body);
    const path = `/consultations/${idInPath(id)}`;
    const { accepted, form, status } = await visit.attempt(ballot, () => visit.api.put(`${path}/ballot`, { options: listOf(ballot, 'options') }, ballot.key));
    if (form) return showConsultation(visit, id, { ballot: form }, status);
    visit.thank(accepted, path, 'ballot');
  }

  @Post('statements')
  async statement(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const statement = sentForm(body);
    const path = `/consultations/${idInPath(id)}`;
    const { accepted, form, status } = await visit.attempt(statement, () => visit.api.post(`${path}/statements`, { text: textOf(statement, 'text') }, statement.key));
    if (form) return showConsultation(visit, id, { statement: form }, status);
    visit.thank(accepted, path, 'statement');
  }

  @Post('comments')
  async comment(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const comment = sentForm(body);
    const path = `/consultations/${idInPath(id)}`;
    const { accepted, form, status } = await visit.attempt(comment, () => visit.api.post(`${path}/comments`, { text: textOf(comment, 'text') }, comment.key));
    if (form) return showConsultation(visit, id, { comment: form }, status);
    visit.thank(accepted, path, 'comment');
  }

  @Post('questions')
  async question(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const question = sentForm(body);
    const path = `/consultations/${idInPath(id)}`;
    const send = () => visit.api.post('/questions', { text: textOf(question, 'text'), consultationId: id }, question.key);
    const { accepted, form, status } = await visit.attempt(question, send);
    if (form) return showConsultation(visit, id, { question: form }, status);
    visit.thank(accepted, path, 'question');
  }
}
