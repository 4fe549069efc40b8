import { describe, it } from '@jest/globals';
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
const answered = (text: string, consultationId: string | null = 'consultation-1'): QuestionEvent => ({
  type: 'QuestionAnswered',
  data: { questionId, consultationId, by: 'official-1', text },
});

describe('a question', () => {
  it('is recorded, once', () => {
    given().when(ask).then([asked]);
    given()
      .when({ ...ask, consultationId: null })
      .then([askedInGeneral]);
    given(asked).when(ask).thenRejected('ALREADY_DONE');
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
  it('is answered where it was asked', () => {
    given(asked)
      .when(answer('Soon'))
      .then([answered('Soon')]);
    given(askedInGeneral)
      .when(answer('Soon'))
      .then([answered('Soon', null)]);
  });
  it('has its answer revised when it is answered again', () => {
    given(asked, answered('Soon'))
      .when(answer('In May'))
      .then([answered('In May')]);
    given(asked, answered('Soon'), answered('In May'))
      .when(answer('Soon'))
      .then([answered('Soon')]);
  });
  it('keeps an answer that is the same', () => given(asked, answered('Soon')).when(answer('Soon')).thenNothing());
  it('cannot be answered when it is not there', () => given().when(answer('Soon')).thenRejected('QUESTION_NOT_FOUND'));
});
