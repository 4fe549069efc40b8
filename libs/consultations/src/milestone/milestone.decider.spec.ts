import { describe, it } from '@jest/globals';
import { given } from '@isegoria/event-sourcing';
import { holding, unit } from '../consultation/consultation.fixture';
import type { ConsultationState } from '../consultation/known-consultation.decider';
import type { StatementState } from '../methods/deliberation/statement/statement.decider';
import type { MilestoneSet } from './milestone.contract';
import { milestoneDecider, type MilestoneCommand } from './milestone.decider';

const [consultationId, milestoneId, activityId, statementId] = ['c', 'm', 'a', 's'];
const now = new Date('2026-06-01T00:00:00Z');
const phase = { phaseId: 'p', opensAt: now.getTime() - 2, closesAt: now.getTime() - 1, opened: true, closed: true };
const words = { title: 'T', description: 'D', about: { summary: null, contact: null, decidedBy: null, decidedWhen: null } };
const closed: ConsultationState = { language: 'en', unit, externalId: null, phases: [phase], closedEarly: false, words, outcome: null };
const decided: ConsultationState = { ...closed, outcome: { youSaid: 'A pool.', weDid: 'A pool.' } };
const activity = { consultationId, phaseId: 'p', method: 'deliberation', settings: { moderation: 'after' } } as const;
const said = { consultationId, activityId, status: 'accepted', decided: null, edits: 0 } as unknown as StatementState;

const step = { title: 'Dug', text: 'By hand.', dueAt: '2026-09-30T21:59:59.999Z', status: 'planned', evidence: null } as const;
const asked = (more: Partial<MilestoneCommand> = {}): MilestoneCommand => ({
  ...{ ...step, consultationId, milestoneId, actor: holding('official', unit), now, consultation: decided },
  ...{ activity: undefined, statement: undefined, ...more },
});
const set = (more: Partial<MilestoneSet['data']> = {}): MilestoneSet => ({
  type: 'MilestoneSet',
  data: {
    ...{ ...step, milestoneId, consultationId, responsible: null, links: [], documents: [], follows: null },
    ...{ note: null, by: holding('official', unit).accountId, ...more },
  },
});

describe('a milestone', () => {
  const after = (...history: MilestoneSet[]) => given(milestoneDecider, history);
  const refused = (more: Partial<MilestoneCommand>, code: Parameters<ReturnType<ReturnType<typeof after>['when']>['thenRejected']>[0]) =>
    after().when(asked(more)).thenRejected(code);

  it('follows an outcome that is published', () => {
    after()
      .when(asked())
      .then([set()]);
    refused({ consultation: closed }, 'OUTCOME_MISSING');
    const running = { ...phase, closed: false, closesAt: now.getTime() + 1 };
    refused({ consultation: { ...decided, phases: [running] } }, 'CONSULTATION_NOT_CLOSED');
    refused({ consultation: { ...decided, phases: [{ ...phase, opensAt: null, closesAt: null }] } }, 'CONSULTATION_NOT_OPEN');
    refused({ consultation: { ...decided, cancelled: true } }, 'CONSULTATION_NOT_OPEN');
  });

  it('is due after the consultation opened, and in no year that nobody means; it is not dropped before anybody heard of it', () => {
    refused({ dueAt: '2026-05-31T00:00:00Z' }, 'VALIDATION_FAILED');
    refused({ dueAt: '2037-01-01T00:00:00Z' }, 'VALIDATION_FAILED');
    refused({ status: 'dropped' }, 'VALIDATION_FAILED');
  });

  it('follows an activity of its consultation and what people said there', () => {
    const follows = { activityId, statementId, activity, statement: said } as const;
    after()
      .when(asked(follows))
      .then([set({ follows: { activityId, statementId } })]);
    refused({ activityId, activity: { ...activity, consultationId: 'another' } }, 'ACTIVITY_NOT_FOUND');
    refused({ ...follows, statement: { ...said, activityId: 'another' } }, 'STATEMENT_NOT_FOUND');
    refused({ ...follows, statement: { ...said, status: 'withdrawn' } }, 'STATEMENT_NOT_FOUND');
    refused({ ...follows, activityId: undefined }, 'STATEMENT_NOT_FOUND');
    after(set({ follows: { activityId, statementId } }))
      .when(asked({ ...follows, statement: { ...said, status: 'withdrawn' }, status: 'dropped', note: 'There is rock.' }))
      .then([set({ follows: { activityId, statementId }, status: 'dropped', note: 'There is rock.' })]);
  });

  it('changes in the open, and not by the same words', () => {
    after(set())
      .when(asked({ status: 'dropped', note: 'There is rock.' }))
      .then([set({ status: 'dropped', note: 'There is rock.' })]);
    after(set())
      .when(asked({ note: 'Nothing new.' }))
      .thenNothing();
    after(set()).when(asked()).thenRejected('ALREADY_DONE');
    refused({ note: 'Of what?' }, 'NOT_FOUND');
    after(set({ consultationId: 'another' }))
      .when(asked({ note: 'Of another.' }))
      .thenRejected('NOT_FOUND');
  });

  it('is done once that is shown, by words, a link or a file', () => {
    const done = { status: 'done', note: 'It is dug.' } as const;
    const links = [{ address: 'https://city.example/pool', words: 'A picture' }];
    const documents = [{ file: 'f', name: 'pool.pdf', mediaType: 'application/pdf', size: 3, alt: null }] as never;
    const changed = after(set());
    for (const shows of [{ evidence: 'It can be seen.' }, { links }])
      changed.when(asked({ ...done, ...shows })).then([set({ ...done, ...shows })]);
    changed.when(asked({ ...done, attached: { picture: null, documents } })).then([set({ ...done, documents })]);
    changed.when(asked({ ...done, evidence: null })).thenRejected('EVIDENCE_MISSING');
    refused({ status: 'done' }, 'EVIDENCE_MISSING');
  });

  it('is for officials of the unit', () => {
    refused({ actor: holding('moderator', unit) }, 'FORBIDDEN_ROLE');
    refused({ actor: holding('official', 'root.ffffffff') }, 'FORBIDDEN_ROLE');
  });
});
