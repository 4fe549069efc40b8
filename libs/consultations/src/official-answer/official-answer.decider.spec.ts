import { describe, it } from '@jest/globals';
import { given } from '@isegoria/event-sourcing';
import { holding, unit } from '../consultation/consultation.fixture';
import type { ConsultationState } from '../consultation/known-consultation.decider';
import type { StatementState } from '../methods/deliberation/statement/statement.decider';
import type { OfficialAnswerPublished, Stance } from './official-answer.contract';
import { officialAnswerDecider, type AnswerCommand } from './official-answer.decider';

const [consultationId, activityId, statementId] = ['c', 'a', 's'];
const now = new Date('2026-06-01T00:00:00Z');
const phase = { phaseId: 'p', opensAt: now.getTime() - 2, closesAt: now.getTime() - 1, opened: true, closed: true };
const words = { title: 'T', description: 'D', about: { summary: null, contact: null, decidedBy: null, decidedWhen: null } };
const over: ConsultationState = { language: 'en', unit, externalId: null, phases: [phase], closedEarly: false, words, outcome: null };
const open: ConsultationState = { ...over, phases: [{ ...phase, closed: false, closesAt: now.getTime() + 1 }] };
const activity = { consultationId, phaseId: 'p', method: 'deliberation', settings: { moderation: 'after' } } as const;
const said = { consultationId, activityId, status: 'accepted', decided: null, edits: 0 } as unknown as StatementState;

const asked = (stance: Stance, more: Partial<AnswerCommand> = {}): AnswerCommand => ({
  ...{ activityId, about: 'activity', aboutId: activityId, stance, text: 'So be it.' },
  ...{ actor: holding('official', unit), now, consultation: over, activity, statement: undefined },
  ...more,
});
const toStatement = { about: 'statement', aboutId: statementId, statement: said, consultation: open } as const;
const published = (stance: Stance, note: string | null, about: Partial<OfficialAnswerPublished['data']> = {}): OfficialAnswerPublished => ({
  type: 'OfficialAnswerPublished',
  data: {
    ...{ consultationId, activityId, about: 'activity', aboutId: activityId, stance, text: 'So be it.', note },
    ...{ by: holding('official', unit).accountId, ...about },
  },
});

describe('an official answer', () => {
  const after = (...history: OfficialAnswerPublished[]) => given(officialAnswerDecider, history);

  it('is given to an activity that is over, and to a statement while people still vote', () => {
    after()
      .when(asked('partly'))
      .then([published('partly', null)]);
    after()
      .when(asked('rejected', toStatement))
      .then([published('rejected', null, { about: 'statement', aboutId: statementId })]);
  });

  it('is given to no activity that is open, to no draft, and to nothing that is not there', () => {
    after()
      .when(asked('noted', { consultation: open }))
      .thenRejected('CONSULTATION_NOT_CLOSED');
    after()
      .when(asked('noted', { consultation: { ...over, phases: [{ ...phase, opensAt: null, closesAt: null }] } }))
      .thenRejected('CONSULTATION_NOT_OPEN');
    after()
      .when(asked('noted', { aboutId: statementId }))
      .thenRejected('ACTIVITY_NOT_FOUND');
    after()
      .when(asked('noted', { ...toStatement, statement: { ...said, activityId: 'another' } }))
      .thenRejected('STATEMENT_NOT_FOUND');
    after()
      .when(asked('noted', { ...toStatement, statement: { ...said, status: 'withdrawn' } }))
      .thenRejected('STATEMENT_NOT_FOUND');
  });

  it('is given to no statement that waits unseen, and corrected whatever became of what it answers', () => {
    const to = (status: StatementState['status'], moderation: 'before' | 'after' = 'before'): Partial<AnswerCommand> => ({
      ...{ ...toStatement, statement: { ...said, status } },
      activity: { ...activity, settings: { moderation } },
    });
    const given = published('partly', null, { about: 'statement', aboutId: statementId });
    for (const [status, moderation] of [
      ['accepted', 'before'],
      ['pending', 'after'],
    ] as const)
      after()
        .when(asked('partly', to(status, moderation)))
        .then([given]);
    const group = { id: 'g', size: 2 };
    for (const status of ['pending', 'rejected', 'withdrawn'] as const) {
      for (const more of [{}, { group }])
        after()
          .when(asked('partly', { ...to(status), ...more }))
          .thenRejected('STATEMENT_NOT_FOUND');
      after(given)
        .when(asked('noted', { ...to(status), note: 'It was read anew.' }))
        .then([published('noted', 'It was read anew.', { about: 'statement', aboutId: statementId })]);
    }
    after(given)
      .when(asked('noted', { ...to('rejected'), activityId: 'another', note: 'Of another.' }))
      .thenRejected('STATEMENT_NOT_FOUND');
  });

  it('is given to a question of a survey that is over, and to a text that everybody may read', () => {
    const questionnaire = { sections: [{ questions: [{ id: 'why', kind: 'long-text', text: 'Why?', isRequired: false }] }] };
    const survey = { activity: { ...activity, method: 'survey', settings: { questionnaire } } as unknown as AnswerCommand['activity'] };
    const toQuestion = { ...survey, about: 'question', aboutId: 'q', named: 'why' } as const;
    after()
      .when(asked('noted', toQuestion))
      .then([published('noted', null, { about: 'question', aboutId: 'q', named: 'why' })]);
    after().when(asked('noted', { ...toQuestion, named: 'when' })).thenRejected('NOT_FOUND');
    after().when(asked('noted', { ...toQuestion, activity })).thenRejected('NOT_FOUND');
    after().when(asked('noted', { ...toQuestion, consultation: open })).thenRejected('CONSULTATION_NOT_CLOSED');
    const toText = { ...survey, about: 'text', aboutId: 't', named: 'ab'.repeat(32), isListed: true } as const;
    after()
      .when(asked('partly', toText))
      .then([published('partly', null, { about: 'text', aboutId: 't', named: 'ab'.repeat(32) })]);
    for (const isListed of [false, undefined]) after().when(asked('partly', { ...toText, isListed })).thenRejected('NOT_FOUND');
  });

  it('is given to a paragraph as a whole once nobody writes to it any longer, and says to which version of the text', () => {
    const block = (id: string, text: string) => ({ id, kind: 'paragraph', level: 0, text }) as const;
    const version = (number: number, ...blocks: ReturnType<typeof block>[]) => ({ version: number, carriedBy: null, blocks });
    const first = version(1, block('p1', 'Clean air.'), block('p2', 'No soot.'), block('p3', 'Trees.'));
    const second = version(2, block('p1', 'Clean air.'), block('p2', 'Little soot.'));
    const paper = { ...second, lastNumber: 3, versions: [first, second] };
    const to = (named: string, more: Partial<AnswerCommand> = {}) =>
      asked('partly', { about: 'paragraph', aboutId: `id of ${named}`, named, paper, ...more });
    const answer = (named: string, textVersion: number) =>
      published('partly', null, { about: 'paragraph', aboutId: `id of ${named}`, named, textVersion });
    after().when(to('p1')).then([answer('p1', 2)]);
    after().when(to('p1', { textVersion: 1 })).then([answer('p1', 2)]);
    // What was left out since is answered as it stood last.
    after().when(to('p3', { textVersion: 1 })).then([answer('p3', 1)]);
    after().when(to('p2', { textVersion: 1 })).thenRejected('TEXT_CHANGED');
    after().when(to('p2', { textVersion: 3 })).thenRejected('VALIDATION_FAILED');
    for (const more of [{ paper: undefined }, { named: 'p9' }]) after().when(to('p1', more)).thenRejected('NOT_FOUND');
    after().when(to('p1', { consultation: open })).thenRejected('CONSULTATION_NOT_CLOSED');
    after(answer('p1', 1)).when(to('p1')).thenNothing();
  });

  it('is corrected with a note for everybody, and not changed by the same words', () => {
    const before = published('noted', null);
    after(before).when(asked('noted')).thenNothing();
    after(before).when(asked('accepted')).thenRejected('VALIDATION_FAILED');
    after(before)
      .when(asked('accepted', { note: 'The council agreed.' }))
      .then([published('accepted', 'The council agreed.')]);
    after()
      .when(asked('noted', { note: 'Of what?' }))
      .thenRejected('VALIDATION_FAILED');
  });

  it('given with others says so, and needs a note only where it corrects', () => {
    const group = { id: 'g', size: 2 };
    const several = { ...toStatement, group, note: 'The council agreed.' };
    const of = { about: 'statement', aboutId: statementId } as const;
    after()
      .when(asked('partly', several))
      .then([published('partly', null, { ...of, group })]);
    after(published('noted', null, of))
      .when(asked('partly', several))
      .then([published('partly', 'The council agreed.', { ...of, group })]);
  });

  it('is given anew where only the theme differs, and not where a group without one says the same', () => {
    const of = { about: 'statement', aboutId: statementId } as const;
    const under = (title: string) => ({ id: 'g', size: 2, theme: { title, summary: null } });
    const stands = after(published('partly', null, { ...of, group: under('Trees') }));
    stands.when(asked('partly', { ...toStatement, group: under('Trees') })).thenNothing();
    stands.when(asked('partly', { ...toStatement, group: { id: 'g', size: 2 } })).thenNothing();
    stands
      .when(asked('partly', { ...toStatement, group: under('Roads'), note: 'Rather that.' }))
      .then([published('partly', 'Rather that.', { ...of, group: under('Roads') })]);
  });

  it('has the files that a command names, and is given anew where only they differ', () => {
    const file = { file: 'f', name: 'Plan.pdf', mediaType: 'application/pdf', size: 4, alt: null, width: null, height: null } as const;
    const withFile = { attached: { picture: null, documents: [file] } };
    const stands = published('noted', null, { documents: [file] });
    after().when(asked('noted', withFile)).then([stands]);
    after(stands).when(asked('noted', withFile)).thenNothing();
    after(stands).when(asked('noted')).thenRejected('VALIDATION_FAILED');
    after(stands)
      .when(asked('noted', { note: 'Another plan holds.' }))
      .then([published('noted', 'Another plan holds.')]);
  });

  it('is for officials of the unit', () => {
    after()
      .when(asked('noted', { actor: holding('moderator', unit) }))
      .thenRejected('FORBIDDEN_ROLE');
    after()
      .when(asked('noted', { actor: holding('official', 'root.ffffffff') }))
      .thenRejected('FORBIDDEN_ROLE');
  });
});
