import { describe, expect, it } from '@jest/globals';
import { fold, given as givenDecider } from '@isegoria/event-sourcing';
import { Rejection } from '@isegoria/kernel';
import { activityIdOf, beginningsOf, type ActivityDraft } from '../activity/activity.decider';
import { methods } from '../methods/methods.decider';
import { nextDate, phaseIdOf, phaseStatusAt } from '../phase/phase.decider';
import { aboutOf } from './about/about.contract';
import type { ConsultationEvent } from './consultation.contract';
import { consultationDecider, type ConsultationCommand, type Draft } from './consultation.decider';
import { above, below, beside, holding, unit } from './consultation.fixture';

const consultationId = '6b1f7f0e-9a1f-4f0e-8a6b-0d6a2f4b1c01';
const [first, second] = [phaseIdOf(consultationId, 0), phaseIdOf(consultationId, 1)];
const by = 'official-1';
const actor = holding('official', unit);
const about = { consultationId, actor };
const at = (time: string) => new Date(`2026-05-${time}Z`);
const iso = (time: string) => at(time).toISOString();
const given = (...history: ConsultationEvent[]) => givenDecider(consultationDecider, history);

const deliberation: ActivityDraft = { method: 'deliberation' };
const poll: ActivityDraft = { method: 'poll', options: ['Red', 'Blue'] };
const draftOf = (...phases: Draft['phases']): Draft => ({
  ...about,
  type: 'DraftConsultation',
  unit,
  standing: 'open',
  title: 'Buses',
  description: 'Which?',
  language: 'en',
  phases,
});
const draft = draftOf({ title: 'Ideas', activities: [deliberation] }, { title: 'Choice', activities: [poll, deliberation] });
const drafted: ConsultationEvent = {
  type: 'ConsultationDrafted',
  data: {
    consultationId,
    unit,
    title: 'Buses',
    description: 'Which?',
    about: aboutOf(),
    language: 'en',
    phases: [
      { phaseId: first, title: 'Ideas' },
      { phaseId: second, title: 'Choice' },
    ],
    countsFrom: 'email',
    by,
    externalId: null,
  },
};
/** The first phase is open from the 10th to the 20th, the second one from the 25th to the 30th. */
const dates = [
  { opensAt: iso('10T08:00'), closesAt: iso('20T18:00') },
  { opensAt: iso('25T08:00'), closesAt: iso('30T18:00') },
];
const published: ConsultationEvent = {
  type: 'ConsultationPublished',
  data: { consultationId, by, phases: [first, second].map((phaseId, index) => ({ phaseId, ...dates[index]! })) },
};
const opened = (phaseId = first): ConsultationEvent => ({ type: 'PhaseOpened', data: { consultationId, phaseId } });
const closed = (phaseId = first): ConsultationEvent => ({ type: 'PhaseClosed', data: { consultationId, phaseId } });
const closedEarly: ConsultationEvent = { type: 'ConsultationClosed', data: { consultationId, by, reason: 'Flood' } };
const told = { youSaid: 'More', weDid: 'Ten more', note: null };
const outcome: ConsultationEvent = { type: 'OutcomePublished', data: { consultationId, by, ...told } };
const whole = [drafted, published, opened(), closed(), opened(second), closed(second)];

const publish = (phases: readonly { opensAt: string; closesAt: string }[], now: Date) =>
  ({ ...about, type: 'PublishConsultation', phases, now }) as const;
const close = (now: Date) => ({ ...about, type: 'CloseConsultation', reason: 'Flood', now }) as const;
const publishOutcome = (now: Date, weDid = 'Ten more', note?: string) =>
  ({ ...about, type: 'PublishOutcome', youSaid: 'More', weDid, ...(note && { note }), now }) as const;
const followDates = (now: Date) => ({ type: 'FollowDates', consultationId, now }) as const;

function refused(command: ConsultationCommand, ...history: ConsultationEvent[]) {
  try {
    consultationDecider.decide(command, fold(consultationDecider, history));
  } catch (error) {
    if (error instanceof Rejection) return [error.code, error.details.field];
    throw error;
  }
  return undefined;
}

describe('drafting', () => {
  it('records the consultation in its unit, with its phases in order', () => given().when(draft).then([drafted]));

  it('begins each activity, and what the office puts into it, in streams of their own', () => {
    const asked = draftOf({
      activities: [
        { ...deliberation, moderation: 'after', statements: ['One', 'Two'] },
        { ...poll, multiple: true },
      ],
    });
    const begun = beginningsOf(asked, by, methods);
    expect(begun.map(({ stream }) => stream.replace(/-.*/, ''))).toEqual(['activity', 'statement', 'statement', 'activity']);
    const [talk, vote] = [activityIdOf(consultationId, 0, 0), activityIdOf(consultationId, 0, 1)];
    const common = { consultationId, phaseId: first, title: null, by };
    expect(begun[0]).toEqual({
      id: talk,
      stream: `activity-${talk}`,
      events: [
        { type: 'ActivityDrafted', data: { ...common, activityId: talk, method: 'deliberation', settings: { moderation: 'after' } } },
      ],
    });
    expect(begun[1]!.events).toMatchObject([{ data: { activityId: talk, text: { plain: 'One' } } }, { type: 'StatementAccepted' }]);
    const options = [
      { id: '1', text: 'Red' },
      { id: '2', text: 'Blue' },
    ];
    const settings = { multiple: true, options, ties: 'lot' };
    expect(begun[3]!.events).toEqual([
      { type: 'ActivityDrafted', data: { ...common, activityId: vote, method: 'poll', settings } },
    ]);
    expect(beginningsOf(asked, by, methods)).toEqual(begun);
    expect(new Set(begun.map(({ stream }) => stream)).size).toBe(4);
  });

  it.each([
    ['a poll without options', { method: 'poll' }, 'options'],
    ['a poll with one option', { ...poll, options: ['Red'] }, 'options'],
    ['a poll with 51 options', { ...poll, options: Array.from({ length: 51 }, (_, index) => `Colour ${index}`) }, 'options'],
    ['a poll with statements', { ...poll, statements: ['One'] }, 'statements'],
    ['a poll with moderation', { ...poll, moderation: 'after' }, 'moderation'],
    ['a poll with a way of counting', { ...poll, counting: 'schulze' }, 'counting'],
    ['a ranked vote without options', { method: 'ranked-vote' }, 'options'],
    ['a ranked vote with several choices', { ...poll, method: 'ranked-vote', multiple: true }, 'multiple'],
    ['a score vote without options', { method: 'score-vote' }, 'options'],
    ['a survey of the opinions with hidden results', { method: 'deliberation', resultsHidden: true }, 'resultsHidden'],
    ['a motion with options', { method: 'motion', options: ['Yes', 'No'] }, 'options'],
    ['a poll with a quorum', { ...poll, quorum: 5 }, 'quorum'],
    ['a deliberation with options', { ...deliberation, options: ['Red', 'Blue'] }, 'options'],
    ['a deliberation with several choices', { ...deliberation, multiple: false }, 'multiple'],
    ['a method that there is not', { method: 'lottery' }, 'method'],
  ])('refuses %s and names the field where it stands', (_, activity, field) => {
    const command = draftOf({ activities: [deliberation] }, { activities: [poll, activity as ActivityDraft] });
    expect(refused(command)).toEqual(['VALIDATION_FAILED', `phases[1].activities[1].${field}`]);
  });

  it('takes null for an absent field', () => {
    const activity = { ...deliberation, title: null, options: null, multiple: null, moderation: null };
    given()
      .when({ ...draft, phases: [{ title: 'Ideas', activities: [activity] }, draft.phases[1]!] })
      .then([drafted]);
  });

  const fromElsewhere = { ...draft, title: 'Another title', externalId: 'polis 7', actor: holding('official') };
  it('adds nothing when the same outside conversation is drafted again', () =>
    given({ ...drafted, data: { ...drafted.data, externalId: 'polis 7' } } as ConsultationEvent)
      .when(fromElsewhere)
      .thenNothing());

  it('takes an id from elsewhere from the root only, where imports are made', () =>
    given()
      .when({ ...fromElsewhere, actor })
      .thenRejected('FORBIDDEN_ROLE'));

  it('does not draft over a consultation', () => given(drafted).when(draft).thenRejected('ALREADY_DONE'));

  it('needs a unit that is there and open', () => {
    given()
      .when({ ...draft, standing: 'closed' })
      .thenRejected('UNIT_CLOSED');
    given()
      .when({ ...draft, standing: 'unknown' })
      .thenRejected('UNIT_NOT_FOUND');
  });
});

describe('the unit', () => {
  it('and those above it are where officials may act', () => {
    for (const where of [unit, above]) {
      const official = holding('official', where);
      given()
        .when({ ...draft, actor: official })
        .then([drafted]);
      given(drafted)
        .when({ ...publish(dates, at('09T00:00')), actor: official })
        .then([published]);
    }
  });
  it.each([
    ['an official beside it', holding('official', beside)],
    ['an official below it', holding('official', below)],
    ['somebody with another role in it', holding('moderator', unit)],
  ])('is closed to %s', (_, other) => {
    const commands = [publish(dates, at('09T00:00')), close(at('12T00:00')), publishOutcome(at('31T00:00'))];
    for (const command of commands)
      given(drafted, published)
        .when({ ...command, actor: other })
        .thenRejected('FORBIDDEN_ROLE');
    given()
      .when({ ...draft, actor: other })
      .thenRejected('FORBIDDEN_ROLE');
  });
});

describe('publishing', () => {
  it('announces the dates of all phases, in UTC', () =>
    given(drafted)
      .when(publish([{ opensAt: '2026-05-10T10:00:00+02:00', closesAt: '2026-05-20T18:00Z' }, dates[1]!], at('09T00:00')))
      .then([published]));

  it('opens at once when the opening date is now', () =>
    given(drafted)
      .when(publish(dates, at('10T08:00')))
      .then([published, opened()]));

  it('never opens in the past, where nobody could take part', () => {
    const now = iso('12T00:00');
    const { data } = published;
    const phases = data.phases.map((phase, index) => (index === 0 ? { ...phase, opensAt: now } : phase));
    for (const opensAt of [dates[0]!.opensAt, '2020-01-01T00:00:00Z', iso('11T23:59:59.999')])
      given(drafted)
        .when(publish([{ ...dates[0]!, opensAt }, dates[1]!], at('12T00:00')))
        .then([{ ...published, data: { ...data, phases } } as ConsultationEvent, opened()]);
  });

  it('lets one phase open the moment the one before it closes', () => {
    const next = { ...dates[1]!, opensAt: dates[0]!.closesAt };
    expect(refused(publish([dates[0]!, next], at('09T00:00')), drafted)).toBeUndefined();
  });

  const first = dates[0]!;
  const then = dates[1]!;
  it.each([
    ['closes when it opens', [{ ...first, closesAt: first.opensAt }, then], 'phases[0].closesAt'],
    ['closes before it opens', [{ ...first, closesAt: iso('10T07:59') }, then], 'phases[0].closesAt'],
    ['closes now', [{ opensAt: iso('01T00:00'), closesAt: iso('09T00:00') }, then], 'phases[0].closesAt'],
    ['closes a later phase before it opens', [first, { ...then, closesAt: iso('25T07:59') }], 'phases[1].closesAt'],
    ['opens a phase before the one before it has closed', [first, { ...then, opensAt: iso('20T17:59') }], 'phases[1].opensAt'],
    ['has its phases in another order', [then, first], 'phases[1].opensAt'],
  ])('refuses one that %s', (_, phases, field) =>
    expect(refused(publish(phases, at('09T00:00')), drafted)).toEqual(['DATES_IN_WRONG_ORDER', field]),
  );

  it('refuses dates that nobody means, such as in the year 9999', () => {
    const far = [first, { ...then, closesAt: '9999-12-31T00:00:00Z' }];
    expect(refused(publish(far, at('09T00:00')), drafted)).toEqual(['VALIDATION_FAILED', 'phases[1].closesAt']);
  });

  it.each([
    ['too few dates', [first], 'phases'],
    ['too many dates', [first, then, { opensAt: iso('30T19:00'), closesAt: iso('30T20:00') }], 'phases'],
    ['a week', [{ ...first, opensAt: '2026-W20' }, then], 'phases[0].opensAt'],
    ['a day without a time', [{ ...first, closesAt: '2026-05-20' }, then], 'phases[0].closesAt'],
    ['a time without a zone', [first, { ...then, opensAt: '2026-05-25T08:00' }], 'phases[1].opensAt'],
    ['a year of five digits', [first, { ...then, closesAt: '+012026-05-20T18:00:00Z' }], 'phases[1].closesAt'],
  ])('refuses %s', (_, phases, field) => expect(refused(publish(phases, at('09T00:00')), drafted)).toEqual(['VALIDATION_FAILED', field]));

  it('happens once; other dates need a reason', () => {
    const again = publish([{ ...dates[0]!, opensAt: iso('11T08:00') }, dates[1]!], at('10T07:59'));
    for (const now of ['10T07:59', '10T08:00', '22T00:00', '31T08:00'])
      given(drafted, published)
        .when({ ...again, now: at(now) })
        .thenRejected('ALREADY_DONE');
    given(drafted, published, opened()).when(again).thenRejected('ALREADY_DONE');
  });

  it('changes nothing when the dates are the same', () =>
    given(drafted, published)
      .when(publish(dates, at('09T00:00')))
      .thenNothing());
});

describe('closing early', () => {
  it('closes an open one, with a reason', () =>
    given(drafted, published, opened())
      .when(close(at('12T00:00')))
      .then([closedEarly]));
  it('closes one between two phases, and the phase to come with it', () => {
    const history = [drafted, published, opened(), closed()];
    given(...history)
      .when(close(at('22T00:00')))
      .then([closedEarly]);
    given(...history, closedEarly)
      .when(followDates(at('27T00:00')))
      .thenNothing();
  });
  it('records first what is not recorded yet', () => {
    given(drafted, published)
      .when(close(at('10T08:00')))
      .then([opened(), closedEarly]);
    given(drafted, published, opened())
      .when(close(at('26T00:00')))
      .then([closed(), opened(second), closedEarly]);
  });
  it('refuses a draft', () =>
    given(drafted)
      .when(close(at('12T00:00')))
      .thenRejected('CONSULTATION_NOT_OPEN'));
  it('refuses one that opens later', () =>
    given(drafted, published)
      .when(close(at('10T07:59')))
      .thenRejected('CONSULTATION_NOT_OPEN'));
  it('refuses one that was closed', () =>
    given(drafted, published, opened(), closedEarly)
      .when(close(at('12T00:00')))
      .thenRejected('ALREADY_DONE'));
  it('refuses one whose last closing date has come', () =>
    given(drafted, published, opened())
      .when(close(at('30T18:00')))
      .thenRejected('ALREADY_DONE'));
});

describe('publishing the outcome', () => {
  it.each([
    ['a draft', [drafted], '12T00:00'],
    ['a scheduled one', [drafted, published], '09T00:00'],
    ['an open one', [drafted, published, opened()], '20T17:59'],
    ['one between two phases', [drafted, published, opened(), closed()], '22T00:00'],
    ['one in its last phase', [drafted, published, opened(), closed(), opened(second)], '30T17:59'],
  ])('refuses it for %s', (_, history, now) =>
    given(...history)
      .when(publishOutcome(at(now)))
      .thenRejected('CONSULTATION_NOT_CLOSED'),
  );

  it('gives it once closed early', () =>
    given(drafted, published, opened(), closedEarly)
      .when(publishOutcome(at('12T00:00')))
      .then([outcome]));
  it('gives it once the last phase is closed', () =>
    given(...whole)
      .when(publishOutcome(at('31T00:00')))
      .then([outcome]));
  it('records the closing first when it is not recorded yet', () =>
    given(...whole.slice(0, -1))
      .when(publishOutcome(at('30T18:00')))
      .then([closed(second), outcome]));

  it('changes it with a note when it says something else', () => {
    const history = [drafted, published, opened(), closedEarly, outcome];
    given(...history)
      .when(publishOutcome(at('22T00:00'), 'Twenty more', 'There is money.'))
      .then([{ type: 'OutcomePublished', data: { consultationId, by, youSaid: 'More', weDid: 'Twenty more', note: 'There is money.' } }]);
    given(...history)
      .when(publishOutcome(at('22T00:00'), 'Twenty more'))
      .thenRejected('VALIDATION_FAILED');
    given(...history.slice(0, -1))
      .when(publishOutcome(at('22T00:00'), 'Ten more', 'Of what?'))
      .thenRejected('VALIDATION_FAILED');
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
  it('opens and closes each phase at its dates, once', () => {
    const steps = [
      ['10T08:00', opened()],
      ['20T18:00', closed()],
      ['25T08:00', opened(second)],
      ['30T18:00', closed(second)],
    ] as const;
    for (const [index, [time, event]] of steps.entries()) {
      const history = whole.slice(0, index + 2);
      const before = new Date(at(time).getTime() - 1);
      given(...history)
        .when(followDates(before))
        .thenNothing();
      given(...history)
        .when(followDates(at(time)))
        .then([event]);
      given(...history, event)
        .when(followDates(at(time)))
        .thenNothing();
    }
  });
  it('does nothing any more once it was closed early', () =>
    given(drafted, published, opened(), closedEarly)
      .when(followDates(at('31T00:00')))
      .thenNothing());
  it('makes up for all when nobody was there to record them', () =>
    given(drafted, published)
      .when(followDates(at('31T00:00')))
      .then([opened(), closed(), opened(second), closed(second)]));
  it('waits for the next date over all phases', () => {
    const waits = [undefined, '10T08:00', '20T18:00', '25T08:00', '30T18:00', undefined];
    for (const [index, next] of waits.entries())
      expect(nextDate(fold(consultationDecider, whole.slice(0, index + 1))!)).toBe(next && at(next).getTime());
    expect(nextDate(fold(consultationDecider, [drafted, published, opened(), closedEarly])!)).toBeUndefined();
  });
});

describe('a consultation that is not there', () => {
  it.each([publish(dates, at('09T00:00')), close(at('12T00:00')), publishOutcome(at('12T00:00')), followDates(at('12T00:00'))])(
    'refuses $type',
    (command) => given().when(command).thenRejected('CONSULTATION_NOT_FOUND'),
  );
});

describe('the status of a phase', () => {
  const state = fold(consultationDecider, [drafted, published])!;
  const statusesAt = (now: Date, of = state) => of.phases.map((phase) => phaseStatusAt(phase, of, now));
  const before = (time: string) => new Date(at(time).getTime() - 1);
  it('changes exactly at its dates', () => {
    expect(statusesAt(before('10T08:00'))).toEqual(['scheduled', 'scheduled']);
    expect(statusesAt(at('10T08:00'))).toEqual(['open', 'scheduled']);
    expect(statusesAt(before('20T18:00'))).toEqual(['open', 'scheduled']);
    expect(statusesAt(at('20T18:00'))).toEqual(['closed', 'scheduled']);
    expect(statusesAt(at('25T08:00'))).toEqual(['closed', 'open']);
    expect(statusesAt(at('30T18:00'))).toEqual(['closed', 'closed']);
  });
  it('is that of a draft before there are dates, and closed from an early closure on', () => {
    expect(statusesAt(at('12T00:00'), fold(consultationDecider, [drafted])!)).toEqual(['draft', 'draft']);
    const early = fold(consultationDecider, [drafted, published, opened(), closedEarly])!;
    expect(statusesAt(at('12T00:00'), early)).toEqual(['closed', 'closed']);
  });
});
