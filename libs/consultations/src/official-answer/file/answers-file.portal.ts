import { Controller, Get, Param, Res } from '@nestjs/common';
import { listQuestions } from '@isegoria/feedback';
import { Rejection } from '@isegoria/kernel';
import { idInPath, type Visit, type Visited } from '@isegoria/portal-kit';
import { showConsultation, type ConsultationView } from '../../consultation/consultation.contract';
import { byteOrderMark } from '../../results/dashboard/figures-file.page';
import { sendAs } from '../../results/picture/results-picture.portal';
import { listOfficialAnswers } from '../official-answer.contract';
import { asLines, asList, toAnswer, toQuestion, toWhole, type AnswerInFile } from './answers-file.page';

/** How many files may be sent at once, and milliseconds that one may take: anybody may ask, and read slowly. */
const [mostAtOnce, longest] = [10, 2 * 60_000];

/** What the office answered in a consultation, as a file for everybody. */
@Controller('consultations/:id')
export class AnswersFileController {
  private running = 0;

  @Get('answers.csv')
  async file(@Res() response: Visited, @Param('id') id: string): Promise<void> {
    const mark = response.visit.request.query['bom'] === '1' ? byteOrderMark : '';
    await this.send(response, id, { ending: 'csv', type: 'text/csv; charset=utf-8', format: (rows) => asLines(rows, mark) });
  }

  @Get('answers.json')
  async forPrograms(@Res() response: Visited, @Param('id') id: string): Promise<void> {
    await this.send(response, id, { ending: 'json', type: 'application/json', format: asList });
  }

  /** Sent as it is read, page by page; a file that breaks off ends its connection. @throws Rejection UNAVAILABLE */
  private async send(response: Visited, id: string, { ending, type, format }: FileFormat): Promise<void> {
    const { visit } = response;
    const consultation = await visit.api.ask(showConsultation, { consultationId: idInPath(id) });
    if (this.running >= mostAtOnce) throw new Rejection('UNAVAILABLE');
    this.running += 1;
    try {
      sendAs(response, `official-answers-${consultation.id.slice(0, 8)}.${ending}`, type);
      await written(format(answersIn(visit, consultation)), response);
    } catch (error) {
      if (!response.headersSent) throw error;
      response.destroy();
    } finally {
      this.running -= 1;
    }
  }
}

interface FileFormat {
  readonly ending: string;
  readonly type: string;
  readonly format: (rows: AsyncIterable<AnswerInFile>) => AsyncIterable<string>;
}

/** As fast as the reader takes it, for as long as one may take. */
async function written(parts: AsyncIterable<string>, response: Visited): Promise<void> {
  const late = setTimeout(() => response.destroy(), longest);
  try {
    for await (const part of parts) {
      if (response.destroyed) return;
      if (!response.write(part)) await new Promise<void>((resolve) => void response.once('drain', resolve).once('close', resolve));
    }
    response.end();
  } finally {
    clearTimeout(late);
  }
}

/** To the whole, then to activities and what was said in them, then to questions; the last one first. */
async function* answersIn({ api }: Visit, consultation: ConsultationView): AsyncGenerator<AnswerInFile> {
  const { id: consultationId, outcome } = consultation;
  if (outcome) yield toWhole(consultation, outcome);
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await api.ask(listOfficialAnswers, { consultationId, cursor });
    for (const answer of page.items) yield toAnswer(consultation, answer);
    cursor = page.next;
  }
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await api.ask(listQuestions, { consultationId, status: 'answered', cursor });
    for (const question of page.items) if (question.answer !== null) yield toQuestion(consultation, question);
    cursor = page.next;
  }
}
