import { Controller, Get, Param, Res } from '@nestjs/common';
import {
  listOwnAppeals,
  listOwnComments,
  listOwnParticipations,
  listOwnQuestions,
  listOwnReports,
  listOwnStatements,
  listSupportedComments,
  listSupportedQuestions,
  listStatementResults,
  showMyBallot,
  showOwnVotes,
  type OwnVoteRecord,
} from '@isegoria/contracts';
import { asRead, readConsultation } from '@isegoria/consultations/translation/reading/translated.page';
import { Rejection } from '@isegoria/kernel';
import { idInPath, type Visit, type Visited } from '@isegoria/portal-kit';
import { myData } from './my-data';
import { MyPage } from './my.page';
import { MyVotesPage } from './my-votes.page';

/** What one person has said and voted on, for that person. */
@Controller('my')
export class MyController {
  @Get()
  async show(@Res() { visit }: Visited): Promise<void> {
    if (!visit.account) throw new Rejection('SIGN_IN_REQUIRED');
    const [consultations, statements, comments, questions, supportedComments, supportedQuestions, reports, appeals] = await Promise.all([
      visit.api.ask(listOwnParticipations, { cursor: visit.cursor('consultations') }),
      visit.api.ask(listOwnStatements, { cursor: visit.cursor('statements') }),
      visit.api.ask(listOwnComments, { cursor: visit.cursor('comments') }),
      visit.api.ask(listOwnQuestions, { cursor: visit.cursor('questions') }),
      visit.api.ask(listSupportedComments, { cursor: visit.cursor('supportedComments') }),
      visit.api.ask(listSupportedQuestions, { cursor: visit.cursor('supportedQuestions') }),
      visit.api.ask(listOwnReports, { cursor: visit.cursor('reports') }),
      visit.api.ask(listOwnAppeals, {}),
    ]);
    const cursors = (list: string) => visit.cursor(list);
    const page = (
      <MyPage
        consultations={consultations}
        statements={statements}
        comments={comments}
        questions={questions}
        supportedComments={supportedComments}
        supportedQuestions={supportedQuestions}
        reports={reports}
        appeals={appeals.items}
        cursors={cursors}
      />
    );
    visit.show(page, { title: visit.texts.t('nav.my') });
  }

  @Get('votes/:activityId')
  async votes(@Res() { visit }: Visited, @Param('activityId') id: string): Promise<void> {
    if (!visit.account) throw new Rejection('SIGN_IN_REQUIRED');
    const activityId = idInPath(id);
    const from = visit.cursor();
    const votes = await visit.api.do(showOwnVotes, { activityId, from: from ?? 'newest' });
    const consultationId = votes.consultationId!;
    const [consultation, ballot] = await Promise.all([
      readConsultation(visit.api, visit.texts.language, consultationId),
      visit.api.ask(showMyBallot, { consultationId }),
    ]);
    const activity = consultation.activities.find((one) => one.id === activityId);
    const words = await wordsOf(visit, activityId, votes.items);
    const title = activity?.title ?? consultation.title;
    visit.show(
      <MyVotesPage
        activityId={activityId}
        votes={votes}
        consultation={consultation}
        title={title}
        activity={activity}
        words={words}
        isBeyondQuota={ballot.activities.some((own) => own.activityId === activityId && own.beyondQuota)}
        from={from}
      />,
      { title: visit.texts.t('my.votesIn', { title: asRead(consultation, title) }) },
    );
  }

  /** Made while it is sent: a person may have said and cast more than a page holds. */
  @Get('data.json')
  async data(@Res() { visit }: Visited): Promise<void> {
    if (!visit.account) throw new Rejection('SIGN_IN_REQUIRED');
    await visit.sendParts(myData(visit), { type: 'application/json', name: 'my-data.json' });
  }
}

/** The words of the statements that were voted on; those that nobody sees any longer are left out. */
async function wordsOf(visit: Visit, activityId: string, votes: readonly OwnVoteRecord[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(votes.flatMap(({ statementId }) => statementId ?? []))];
  if (ids.length === 0) return new Map();
  const { items } = await visit.api.ask(listStatementResults, { activityId, only: ids.join(',') });
  return new Map(items.flatMap(({ id, text }) => (text === null ? [] : [[id, text] as const])));
}
