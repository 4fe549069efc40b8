import { describe, expect, it } from '@jest/globals';
import { fold, given as givenDecider } from '@isegoria/event-sourcing';
import { Rejection } from '@isegoria/kernel';
import type { ConsultationEvent } from '../events.contract';
import { consultationDecider, phaseAt, type Draft } from './consultation.decider';

const consultationId = '6b1f7f0e-9a1f-4f0e-8a6b-0d6a2f4b1c01';
const by = 'official-1';
const about = { consultationId, by };
const at = (time: string) => new Date(`2026-05-${time}Z`);
const iso = (time: string) => at(time).toISOString();
const given = (...history: ConsultationEvent[]) => givenDecider(consultationDecider, history);

const deliberation: Draft = {
  ...about,
  type: 'DraftConsultation',
  kind: 'deliberation',
  title: 'Buses',
  description: 'Which?',
  language: 'en',
};
const poll: Draft = { ...deliberation, kind: 'poll', options: ['Red', 'Blue'] };
const recorded = { ...about, title: 'Buses', description: 'Which?', language: 'en', externalId: null } as const;
const drafted: ConsultationEvent = {
  type: 'ConsultationDrafted',
  data: { ...recorded, kind: 'deliberation', moderation: 'before', poll: null },
};
const published: ConsultationEvent = {
  type: 'ConsultationPublished',
  data: { ...about, opensAt: iso('10T08:00'), closesAt: iso('20T18:00') },
};
const opened: ConsultationEvent = { type: 'ConsultationOpened', data: { consultationId } };
const closedByDate: ConsultationEvent = { type: 'ConsultationClosed', data: { consultationId, by: null, reason: null } };
const closedEarly: ConsultationEvent = { type: 'ConsultationClosed', data: { consultationId, by, reason: 'Flood' } };
const outcome: ConsultationEvent = { type: 'OutcomePublished', data: { ...about, youSaid: 'More', weDid: 'Ten more' } };

const publish = (opensAt: string, closesAt: string, now: Date) =>
  ({ ...about, type: 'PublishConsultation', opensAt, closesAt, now }) as const;
const close = (now: Date) => ({ ...about, type: 'CloseConsultation', reason: 'Flood', now }) as const;
const publishOutcome = (now: Date, weDid = 'Ten more') => ({ ...about, type: 'PublishOutcome', youSaid: 'More', weDid, now }) as const;
const followDates = (now: Date) => ({ type: 'FollowDates', consultationId, now }) as const;

function fieldRefused(command: Draft | ReturnType<typeof publish>, ...history: ConsultationEvent[]): string | undefined {
  try {
    consultationDecider.decide(command, fold(consultationDecider, history));
  } catch (error) {
    if (error instanceof Rejection && error.code === 'VALIDATION_FAILED') return error.details.field;
    throw error;
  }
  return undefined;
}

describe('drafting', () => {
  it('records a deliberation, its statements moderated before they are voted on', () => given().when(deliberation).then([drafted]));

  it('records how statements are moderated', () =>
    given()
      .when({ ...deliberation, moderation: 'after', statements: ['One'] })
      .then([{ ...drafted, data: { ...drafted.data, moderation: 'after' } } as ConsultationEvent]));

  it('records a poll with an id for each option', () =>
    given()
      .when({ ...poll, multiple: true })
      .then([
        {
          type: 'ConsultationDrafted',
          data: {
            ...recorded,
            kind: 'poll',
            moderation: null,
            poll: {
              multiple: true,
              options: [
                { id: '1', text: 'Red' },
                { id: '2', text: 'Blue' },
              ],
            },
          },
        },
      ]));

  it.each([
    ['a poll without options', { ...poll, options: undefined }, 'options'],
    ['a poll with one option', { ...poll, options: ['Red'] }, 'options'],
    ['a poll with 51 options', { ...poll, options: Array.from({ length: 51 }, (_, index) => `Colour ${index}`) }, 'options'],
    ['a poll with statements', { ...poll, statements: ['One'] }, 'statements'],
    ['a poll with moderation', { ...poll, moderation: 'after' as const }, 'moderation'],
    ['a deliberation with options', { ...deliberation, options: ['Red', 'Blue'] }, 'options'],
    ['a deliberation with several choices', { ...deliberation, multiple: false }, 'multiple'],
  ])('refuses %s and names the field', (_, command, field) => expect(fieldRefused(command)).toBe(field));

  it('takes null for an absent field', () =>
    given()
      .when({ ...deliberation, options: null, multiple: null, moderation: null })
      .then([drafted]));

  it('adds nothing when the same outside conversation is drafted again', () =>
    given({ ...drafted, data: { ...drafted.data, externalId: 'polis 7' } } as ConsultationEvent)
      .when({ ...deliberation, title: 'Another title', externalId: 'polis 7' })
      .thenNothing());

  it('does not draft over a consultation', () => given(drafted).when(deliberation).thenRejected('ALREADY_DONE'));
});

describe('publishing', () => {
  it('announces the dates, in UTC', () =>
    given(drafted)
      .when(publish('2026-05-10T10:00:00+02:00', '2026-05-20T18:00', at('09T00:00')))
      .then([published]));

  it('opens at once when the opening date is now or lies in the past', () => {
    given(drafted)
      .when(publish(iso('10T08:00'), iso('20T18:00'), at('10T08:00')))
      .then([published, opened]);
    given(drafted)
      .when(publish(iso('10T08:00'), iso('20T18:00'), at('12T00:00')))
      .then([published, opened]);
  });

  it.each([
    ['closes when it opens', iso('10T08:00'), iso('10T08:00')],
    ['closes before it opens', iso('10T08:00'), iso('10T07:59')],
    ['closes now', iso('01T00:00'), iso('09T00:00')],
  ])('refuses one that %s', (_, opensAt, closesAt) =>
    given(drafted)
      .when(publish(opensAt, closesAt, at('09T00:00')))
      .thenRejected('DATES_IN_WRONG_ORDER'),
  );

  it.each([
    ['a week', '2026-W20', iso('20T18:00'), 'opensAt'],
    ['a year of five digits', iso('10T08:00'), '+012026-05-20T18:00:00Z', 'closesAt'],
  ])('refuses %s as a date', (_, opensAt, closesAt, field) =>
    expect(fieldRefused(publish(opensAt, closesAt, at('09T00:00')), drafted)).toBe(field),
  );

  it('reschedules until it has opened', () => {
    const later = publish(iso('11T08:00'), iso('20T18:00'), at('10T07:59'));
    given(drafted, published)
      .when(later)
      .then([{ type: 'ConsultationPublished', data: { ...about, opensAt: iso('11T08:00'), closesAt: iso('20T18:00') } }]);
    given(drafted, published)
      .when({ ...later, now: at('10T08:00') })
      .thenRejected('ALREADY_DONE');
    given(drafted, published, opened).when(later).thenRejected('ALREADY_DONE');
    given(drafted, published)
      .when({ ...later, now: at('21T08:00') })
      .thenRejected('ALREADY_DONE');
  });

  it('changes nothing when the dates are the same', () =>
    given(drafted, published)
      .when(publish(iso('10T08:00'), iso('20T18:00'), at('09T00:00')))
      .thenNothing());
});

describe('closing early', () => {
  it('closes an open one, with a reason', () =>
    given(drafted, published, opened)
      .when(close(at('12T00:00')))
      .then([closedEarly]));
  it('records the opening first when it is not recorded yet', () =>
    given(drafted, published)
      .when(close(at('10T08:00')))
      .then([opened, closedEarly]));
  it('refuses a draft', () =>
    given(drafted)
      .when(close(at('12T00:00')))
      .thenRejected('CONSULTATION_NOT_OPEN'));
  it('refuses one that opens later', () =>
    given(drafted, published)
      .when(close(at('10T07:59')))
      .thenRejected('CONSULTATION_NOT_OPEN'));
  it('refuses one that was closed', () =>
    given(drafted, published, opened, closedEarly)
      .when(close(at('12T00:00')))
      .thenRejected('ALREADY_DONE'));
  it('refuses one whose closing date has come', () =>
    given(drafted, published, opened)
      .when(close(at('20T18:00')))
      .thenRejected('ALREADY_DONE'));
});

describe('publishing the outcome', () => {
  it.each([
    ['a draft', [drafted], '12T00:00'],
    ['a scheduled one', [drafted, published], '09T00:00'],
    ['an open one', [drafted, published, opened], '20T17:59'],
  ])('refuses it for %s', (_, history, now) =>
    given(...history)
      .when(publishOutcome(at(now)))
      .thenRejected('CONSULTATION_NOT_CLOSED'),
  );

  it('gives it once closed early', () =>
    given(drafted, published, opened, closedEarly)
      .when(publishOutcome(at('12T00:00')))
      .then([outcome]));
  it('gives it once closed by date', () =>
    given(drafted, published, opened, closedByDate)
      .when(publishOutcome(at('21T00:00')))
      .then([outcome]));
  it('records the closing first when it is not recorded yet', () =>
    given(drafted, published, opened)
      .when(publishOutcome(at('20T18:00')))
      .then([closedByDate, outcome]));

  it('revises it when it says something else', () => {
    const history = [drafted, published, opened, closedEarly, outcome];
    given(...history)
      .when(publishOutcome(at('22T00:00'), 'Twenty more'))
      .then([{ type: 'OutcomePublished', data: { ...about, youSaid: 'More', weDid: 'Twenty more' } }]);
    given(...history)
      .when(publishOutcome(at('22T00:00')))
      .thenNothing();
  });
});

describe('following the dates', () => {
  it('records nothing for a draft or before the opening date', () => {
    given(drafted)
      .when(followDates(at('12T00:00')))
      .thenNothing();
    given(drafted, published)
      .when(followDates(at('10T07:59')))
      .thenNothing();
  });
  it('opens at the opening date, once', () => {
    given(drafted, published)
      .when(followDates(at('10T08:00')))
      .then([opened]);
    given(drafted, published, opened)
      .when(followDates(at('10T08:01')))
      .thenNothing();
  });
  it('closes at the closing date, once', () => {
    given(drafted, published, opened)
      .when(followDates(at('20T18:00')))
      .then([closedByDate]);
    given(drafted, published, opened, closedByDate)
      .when(followDates(at('20T18:01')))
      .thenNothing();
    given(drafted, published, opened, closedEarly)
      .when(followDates(at('20T18:01')))
      .thenNothing();
  });
  it('makes up for both when nobody was there to record them', () =>
    given(drafted, published)
      .when(followDates(at('21T00:00')))
      .then([opened, closedByDate]));
});

describe('a consultation that is not there', () => {
  it.each([
    publish(iso('10T08:00'), iso('20T18:00'), at('09T00:00')),
    close(at('12T00:00')),
    publishOutcome(at('12T00:00')),
    followDates(at('12T00:00')),
  ])('refuses $type', (command) => given().when(command).thenRejected('CONSULTATION_NOT_FOUND'));
});

describe('the phase', () => {
  const state = fold(consultationDecider, [drafted, published])!;
  it('changes exactly at the dates', () => {
    expect(phaseAt(state, new Date(at('10T08:00').getTime() - 1))).toBe('scheduled');
    expect(phaseAt(state, at('10T08:00'))).toBe('open');
    expect(phaseAt(state, new Date(at('20T18:00').getTime() - 1))).toBe('open');
    expect(phaseAt(state, at('20T18:00'))).toBe('closed');
  });
  it('is closed from an early closure on', () => {
    expect(phaseAt(fold(consultationDecider, [drafted, published, opened, closedEarly])!, at('12T00:00'))).toBe('closed');
  });
});
