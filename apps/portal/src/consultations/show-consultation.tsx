import { listComments, listQuestions, showConsultation as showConsultationQuery, showMyBallot } from '@isegoria/contracts';
import { pagesOf } from '../methods/methods';
import { blankForm, shownAgain } from '../web/form';
import { idInPath } from '../web/id-in-path';
import type { Visit } from '../web/visit';
import { inOwnOrder } from '../methods/deliberation/own-order';
import { stands } from './own-choice';
import { ConsultationPage, type ConsultationForms } from './consultation.page';

/** Shows a consultation; after a form that was refused, with that form as it was typed. */
export async function showConsultation(visit: Visit, id: string, sent: Partial<ConsultationForms> = {}, status = 200): Promise<void> {
  const consultationId = idInPath(id);
  const consultation = await visit.api.ask(showConsultationQuery, { consultationId });
  const [statements, comments, questions, ballot] = await Promise.all([
    pagesOf(consultation.kind).statements(visit.api, consultationId),
    visit.api.ask(listComments, { consultationId, cursor: visit.cursor() }),
    visit.api.ask(listQuestions, { consultationId }),
    visit.account ? visit.api.ask(showMyBallot, { consultationId }) : undefined,
  ]);
  const { thanks } = visit;
  const isOvertaken = thanks?.said !== undefined && ballot !== undefined && !stands(thanks.said, ballot);
  const overtaken = isOvertaken ? { [thanks.for]: shownAgain(blankForm(), [{ message: visit.texts.t('form.overtaken') }], true) } : {};
  const forms = { vote: blankForm(), ballot: blankForm(), statement: blankForm(), comment: blankForm(), question: blankForm(), ...overtaken, ...sent };
  visit.show(
    <ConsultationPage
      consultation={consultation}
      statements={statements}
      toVote={inOwnOrder(statements, visit.account?.id ?? '')}
      comments={comments.items}
      commentCount={comments.count}
      commentsCursor={visit.cursor()}
      nextComments={comments.next}
      questions={questions.items}
      ballot={ballot}
      forms={forms}
      thanks={isOvertaken ? undefined : thanks}
      mayModerate={visit.may('moderate')}
      mayEdit={visit.may('consult')}
    />,
    {
      title: Object.keys(sent).length > 0 ? visit.texts.t('form.errorTitle', { title: consultation.title }) : consultation.title,
      status,
      address: `/consultations/${consultationId}`,
      islands: ['voting', 'receipt-tools'],
    },
  );
}
