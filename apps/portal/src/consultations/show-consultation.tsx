import type { CommentView, ConsultationView, MyBallot, QuestionView, StatementView } from '@isegoria/contracts';
import { blankForm } from '../web/form';
import { idInPath } from '../web/id-in-path';
import type { Visit } from '../web/visit';
import { inOwnOrder } from './own-order';
import { ConsultationPage, type ConsultationForms } from './consultation.page';

type Listed<T> = { items: T[] };

/** Shows a consultation; after a form that was refused, with that form as it was typed. */
export async function showConsultation(visit: Visit, id: string, sent: Partial<ConsultationForms> = {}, status = 200): Promise<void> {
  const path = `/consultations/${idInPath(id)}`;
  const consultation = await visit.api.get<ConsultationView>(path);
  const [statements, comments, questions, ballot] = await Promise.all([
    consultation.kind === 'deliberation' ? visit.api.get<Listed<StatementView>>(`${path}/statements`) : { items: [] },
    visit.api.get<Listed<CommentView> & { next: number | null }>(`${path}/comments`, { page: visit.page }),
    visit.api.get<Listed<QuestionView>>('/questions', { consultationId: consultation.id }),
    visit.account ? visit.api.get<MyBallot>(`${path}/my-ballot`) : undefined,
  ]);
  const forms = { vote: blankForm(), ballot: blankForm(), statement: blankForm(), comment: blankForm(), question: blankForm(), ...sent };
  visit.show(
    <ConsultationPage
      consultation={consultation}
      statements={statements.items}
      toVote={inOwnOrder(statements.items, visit.account?.id ?? '')}
      comments={comments.items}
      commentsPage={visit.page}
      nextComments={comments.next ?? null}
      questions={questions.items}
      ballot={ballot}
      forms={forms}
      thanks={visit.thanks}
      mayModerate={visit.has('moderator')}
      mayEdit={visit.has('official')}
    />,
    {
      title: Object.keys(sent).length > 0 ? visit.texts.t('form.errorTitle', { title: consultation.title }) : consultation.title,
      status,
      address: path,
      islands: ['voting', 'receipt-tools'],
    },
  );
}
