import { describe, it } from '@jest/globals';
import { noFiles, type AttachedFiles } from '@isegoria/content';
import { given as givenDecider } from '@isegoria/event-sourcing';
import type { Actor, Role } from '@isegoria/kernel';
import type { QuestionEvent } from './question.contract';
import { questionDecider } from './question.decider';

const given = (...history: QuestionEvent[]) => givenDecider(questionDecider, history);
const [questionId, unit] = ['question-1', 'root.aaaaaaaa'];
const holding = (where: string, role: Role = 'official'): Actor => ({
  accountId: 'official-1',
  roles: [{ role, unit: where }],
  assurance: 'email',
});
const data = {
  questionId,
  unit,
  consultationId: 'consultation-1',
  author: 'pseudonym-1',
  assurance: 'email',
  text: { sealed: '1.x.y' },
} as const;
const asked: QuestionEvent = { type: 'QuestionAsked', data };
const askedInGeneral: QuestionEvent = { type: 'QuestionAsked', data: { ...data, consultationId: null } };
const ask = { type: 'AskQuestion', standing: 'open', ...data } as const;
const answer = (text: string, actor = holding(unit)) => ({ type: 'AnswerQuestion', questionId, actor, text }) as const;
const answered = (text: string, consultationId: string | null = 'consultation-1', files = noFiles): QuestionEvent => ({
  type: 'QuestionAnswered',
  data: { questionId, consultationId, by: 'official-1', text, files },
});

describe('a question', () => {
  it('is recorded, once', () => {
    given().when(ask).then([asked]);
    given()
      .when({ ...ask, consultationId: null })
      .then([askedInGeneral]);
    given(asked).when(ask).thenRejected('ALREADY_DONE');
  });
  it('is about topics and areas that are offered, unless it is about a consultation, which says that itself', () => {
    const about = { categories: ['topic.1f0c22aa', 'area.1f0c22aa'], standings: ['open', 'open'] } as const;
    const general = { ...ask, consultationId: null };
    given()
      .when({ ...general, ...about })
      .then([{ type: 'QuestionAsked', data: { ...data, consultationId: null, categories: ['area.1f0c22aa', 'topic.1f0c22aa'] } }]);
    given()
      .when({ ...ask, ...about })
      .then([asked]);
    for (const [standing, code] of [
      ['unknown', 'CATEGORY_NOT_FOUND'],
      ['withdrawn', 'CATEGORY_WITHDRAWN'],
    ] as const)
      given()
        .when({ ...general, categories: ['topic.1f0c22aa'], standings: [standing] })
        .thenRejected(code);
  });
  it('is for a unit that is there and open, unless it is about a consultation that goes on', () => {
    for (const [standing, code] of [
      ['closed', 'UNIT_CLOSED'],
      ['unknown', 'UNIT_NOT_FOUND'],
    ] as const)
      given()
        .when({ ...ask, consultationId: null, standing })
        .thenRejected(code);
    given()
      .when({ ...ask, standing: 'closed' })
      .then([asked]);
  });
  it('is answered by officials of its unit or of one above', () => {
    given(asked)
      .when(answer('Soon', holding('root')))
      .then([answered('Soon')]);
    for (const actor of [holding('root.bbbbbbbb'), holding(`${unit}.cccccccc`), holding(unit, 'moderator')])
      given(asked).when(answer('Soon', actor)).thenRejected('FORBIDDEN_ROLE');
  });
  it('is answered anew where the words stay and a document comes', () => {
    const plan = { file: 'f', name: 'Plan.pdf', mediaType: 'application/pdf', size: 4, alt: null, width: null, height: null } as const;
    const files: AttachedFiles = { picture: null, documents: [plan] };
    const withPlan = answered('Soon', 'consultation-1', files);
    given(asked, answered('Soon'))
      .when({ ...answer('Soon'), attached: files })
      .then([withPlan]);
    given(asked, withPlan)
      .when({ ...answer('Soon'), attached: files })
      .thenNothing();
  });
  it('is answered where it was asked', () => {
    given(asked)
      .when(answer('Soon'))
      .then([answered('Soon')]);
    given(askedInGeneral)
      .when(answer('Soon'))
      .then([answered('Soon', null)]);
  });
  it('is hidden and shown again by moderators, and takes no answer meanwhile', () => {
    const decision = { questionId, unit, actor: holding(unit, 'moderator'), reason: 'Insult' } as const;
    const what = { questionId, consultationId: 'consultation-1', by: 'official-1', reason: 'Insult' };
    const hidden: QuestionEvent = { type: 'QuestionHidden', data: what };
    const restored: QuestionEvent = { type: 'QuestionRestored', data: what };
    given(asked)
      .when({ ...decision, type: 'HideQuestion' })
      .then([hidden]);
    given(asked, hidden)
      .when({ ...decision, type: 'RestoreQuestion' })
      .then([restored]);
    given(asked, hidden).when(answer('Soon')).thenRejected('QUESTION_HIDDEN');
    given(asked, hidden, restored)
      .when(answer('Soon'))
      .then([answered('Soon')]);
    given(asked)
      .when({ ...decision, type: 'HideQuestion', actor: holding(unit) })
      .thenRejected('FORBIDDEN_ROLE');
  });
  it('has its answer revised when it is answered again', () => {
    given(asked, answered('Soon'))
      .when(answer('In May'))
      .then([answered('In May')]);
    given(asked, answered('Soon'), answered('In May'))
      .when(answer('Soon'))
      .then([answered('Soon')]);
  });
  const saidAt = new Date('2026-05-01T12:00:00.000Z');
  const author = { author: 'pseudonym-1' };
  const text = { sealed: '1.x.z' };
  const edit = { type: 'EditQuestion', questionId, ...author, text, saidAt, minutes: 60, now: saidAt } as const;
  const edited: QuestionEvent = { type: 'QuestionEdited', data: { questionId, consultationId: 'consultation-1', ...author, text } };
  const withdraw = { type: 'WithdrawQuestion', questionId, ...author } as const;
  const withdrawn: QuestionEvent = { type: 'QuestionWithdrawn', data: { questionId, consultationId: 'consultation-1', ...author } };

  it('is changed by its author before it is answered, for as long as the settings say', () => {
    given(asked).when(edit).then([edited]);
    given(asked, answered('Soon')).when(edit).thenRejected('ALREADY_ANSWERED');
    given(asked)
      .when({ ...edit, now: new Date('2026-05-01T13:00:00.001Z') })
      .thenRejected('EDIT_TIME_OVER');
    given(asked)
      .when({ ...edit, author: 'pseudonym-2' })
      .thenRejected('NOT_YOURS');
  });
  it('is withdrawn by its author, once, and then answered no more; an answer that it has stays and may be revised', () => {
    given(asked, edited).when(withdraw).then([withdrawn]);
    given(asked)
      .when({ ...withdraw, author: 'pseudonym-2' })
      .thenRejected('NOT_YOURS');
    for (const more of [edit, withdraw, answer('Soon')]) given(asked, withdrawn).when(more).thenRejected('WITHDRAWN');
    given(asked, answered('Soon')).when(withdraw).then([withdrawn]);
    given(asked, answered('Soon'), withdrawn)
      .when(answer('In May'))
      .then([answered('In May')]);
  });
  it('keeps an answer that is the same', () => given(asked, answered('Soon')).when(answer('Soon')).thenNothing());
  it('cannot be answered when it is not there', () => given().when(answer('Soon')).thenRejected('QUESTION_NOT_FOUND'));
});
