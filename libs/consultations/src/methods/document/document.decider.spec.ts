import { describe, expect, it } from '@jest/globals';
import { given } from '@isegoria/event-sourcing';
import { limits, type Rejection } from '@isegoria/kernel';
import { activityIdOf, beginningsOf, type ActivityDraft } from '../../activity/activity.decider';
import { ballotDecider } from '../../ballot/ballot.decider';
import type { Draft } from '../../consultation/consultation.decider';
import { firstPhase, holding, publishedConsultation, unit, whileOpen } from '../../consultation/consultation.fixture';
import { statementDecider, type Submit } from '../deliberation/statement/statement.decider';
import { methods } from '../methods.decider';
import { select } from './paper/select.fixture';
import type { DocumentWritten } from './document.contract';
import { paper, type PaperState } from './paper/paper.decider';

const consultationId = 'consultation-1';
const draft = (activity: object): Draft => ({
  type: 'DraftConsultation',
  consultationId,
  actor: holding('official'),
  unit,
  standing: 'open',
  title: 'Air',
  description: 'A law.',
  language: 'en',
  phases: [{ activities: [{ method: 'document', ...activity } as ActivityDraft] }],
});
const begin = (markdown?: string) => beginningsOf(draft({ document: markdown }), 'official-1', methods);
const partsOf = (markdown: string) => begin(markdown)[1]!.events as DocumentWritten[];
const refusal = (work: () => unknown) => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('the draft of a document', () => {
  const activityId = activityIdOf(consultationId, 0, 0);

  it('begins with its text, every block under a name of its own', () => {
    const [activity, text] = begin('# Act\n\nThe air is clean.');
    expect(activity!.events).toMatchObject([{ type: 'ActivityDrafted', data: { method: 'document', settings: { moderation: 'before' } } }]);
    expect(text).toMatchObject({
      stream: `document-${activityId}`,
      events: [
        {
          type: 'DocumentWritten',
          data: {
            ...{ activityId, consultationId, version: 1, part: 1, parts: 1, by: 'official-1' },
            blocks: [
              { id: 'p1', kind: 'heading', level: 1, text: 'Act' },
              { id: 'p2', kind: 'paragraph', level: 0, text: 'The air is clean.' },
            ],
          },
        },
      ],
    });
  });

  it('is in parts where it is long, which make up the whole text again', () => {
    const long = Array.from({ length: 40 }, (_, n) => `${n} ${'x'.repeat(2_400)}`).join('\n\n');
    const parts = partsOf(long);
    expect(parts.map(({ data: { part, parts: all } }) => [part, all])).toEqual([
      [1, 2],
      [2, 2],
    ]);
    const state = parts.reduce(paper.evolve, paper.initialState);
    expect(state!.blocks.map(({ id, text }) => `${id} ${text}`)).toEqual(long.split('\n\n').map((text, n) => `p${n + 1} ${text}`));
  });

  it('says which paragraph is too long, and how many there are', () => {
    const long = `# Act\n\nShort.\n\nNo shore ${'x'.repeat(limits.paragraphLength)}`;
    const params = (markdown: string) => (refusal(() => begin(markdown)) as Rejection).details.params;
    const length = limits.paragraphLength + 9;
    expect(params(long)).toMatchObject({ constraint: 'paragraphIsTooLong', number: 2, words: 'No shore', length });
    expect(params(`# ${'x'.repeat(limits.paragraphLength + 1)}\n\nShort.`)).toMatchObject({ constraint: 'headingIsTooLong' });
    const many = `# Act\n\n${'A.\n\n'.repeat(limits.paragraphsMax)}`;
    expect(params(many)).toMatchObject({ constraint: 'hasTooManyParagraphs', paragraphs: limits.paragraphsMax, headings: 1 });
  });

  it('has no mark that turns its words round or reaches beyond its paragraph; those that are closed in turn are legitimate', () => {
    for (const turned of ['Pay \u202e001\u202c.', 'Pay \u202d001\u202c.', 'Pay \u20671.', 'Pay 1\u2069.', 'Ring\u0007.']) {
      const { params } = (refusal(() => begin(`# Act\n\nShort.\n\n${turned}`)) as Rejection).details;
      expect(params).toMatchObject({ constraint: 'turnsRound', number: 2, words: expect.not.stringMatching(/[\u202a-\u202e\u2066-\u2069]/) });
    }
    expect(begin('The word \u2067الهواء\u2069 means air, as \u202bالهواء\u202c does.')).toBeDefined();
  });

  it.each([
    ['nothing', undefined],
    ['headings alone', '# Act'],
    ['too many paragraphs', 'A.\n\n'.repeat(limits.paragraphsMax + 1)],
    ['a paragraph that is too long', 'x'.repeat(limits.paragraphLength + 1)],
  ])('is refused with %s', (_, markdown) => {
    const field = 'phases[0].activities[0].document';
    expect(refusal(() => begin(markdown))).toMatchObject({ code: 'VALIDATION_FAILED', details: { field } });
  });
});

describe('an annotation', () => {
  const activityId = 'activity-1';
  const text = 'The air of the city is clean.';
  const heading = { id: 'p1', kind: 'heading', level: 1, text: 'Act' } as const;
  const paragraph = (id: string, said: string) => ({ id, kind: 'paragraph', level: 0, text: said }) as const;
  const moved = 'Whoever owns a well keeps it.';
  const read = `As is known, the air of the city is clean. ${moved}`;
  const smoking = paragraph('p5', 'Smoking in parks is allowed.');
  const dogs = paragraph('p5', 'Smoking in parks is punished. Dogs on a lead are allowed.');
  const versions: PaperState['versions'] = [
    { version: 1, carriedBy: null, blocks: [heading, paragraph('p2', read), paragraph('p3', 'Fish are free.'), smoking] },
    { version: 2, carriedBy: 'paragraph', blocks: [heading, paragraph('p2', text), paragraph('p4', moved), dogs] },
  ];
  const state: PaperState = { ...versions[1]!, lastNumber: 4, versions };
  const words = { author: 'anna', assurance: 'email', text: { sealed: '1.x.y' }, externalId: null } as const;
  const about = { statementId: 'statement-1', activityId, ...words };
  const submit = (place: Submit['place'], isDocument = true): Submit => ({
    type: 'SubmitStatement',
    ...about,
    activity: {
      consultationId,
      phaseId: firstPhase,
      method: isDocument ? 'document' : 'deliberation',
      settings: { moderation: 'after' },
    },
    consultation: publishedConsultation(consultationId),
    imported: false,
    now: whileOpen,
    place,
    ...(isDocument && { paper: state }),
  });
  const submitted = (at?: object) => ({ type: 'StatementSubmitted', data: { consultationId, ...about, ...(at && { at }) } }) as never;

  it('is about a paragraph, or words of it', () => {
    given(statementDecider)
      .when(submit({ paragraph: 'p2', words: '  ' }))
      .then([submitted({ paragraph: 'p2', version: 2, words: null, replaces: false, leavesOut: false })]);
    const selected = { exact: 'city', prefix: 'The air of the ', suffix: ' is clean.', start: 15, end: 19 };
    given(statementDecider)
      .when(submit({ paragraph: 'p2', words: 'city', replaces: true, proposed: 'town' }))
      .then([submitted({ paragraph: 'p2', version: 2, words: selected, replaces: true, leavesOut: false })]);
  });
  it('proposes to leave words out, or a whole paragraph, and nothing else is taken for it', () => {
    const selected = { exact: 'city', prefix: 'The air of the ', suffix: ' is clean.', start: 15, end: 19 };
    for (const [words, stands] of [['city', selected], [undefined, null]] as const)
      given(statementDecider)
        .when(submit({ paragraph: 'p2', words, replaces: true, leavesOut: true }))
        .then([submitted({ paragraph: 'p2', version: 2, words: stands, replaces: true, leavesOut: true })]);
    given(statementDecider)
      .when(submit({ paragraph: 'p2', words: 'city', replaces: false, leavesOut: true }))
      .thenRejected('VALIDATION_FAILED');
    given(statementDecider)
      .when(submit({ leavesOut: true }, false))
      .thenRejected('VALIDATION_FAILED');
  });
  it.each([
    [{ paragraph: 'p2', proposed: ' The air  of the\ncity is clean. ' }],
    [{ paragraph: 'p2', words: 'city', proposed: 'city' }],
    [{ paragraph: 'p2', version: 1, words: 'city', proposed: 'city ' }],
  ])('proposes other words than stand there: %j', (place) => {
    given(statementDecider)
      .when(submit({ ...place, replaces: true }))
      .thenRejected('VALIDATION_FAILED');
  });
  it('of an earlier version stands in the newest one, where its words do', () => {
    const selected = { exact: 'city', prefix: 'The air of the ', suffix: ' is clean.', start: 15, end: 19 };
    given(statementDecider)
      .when(submit({ paragraph: 'p2', version: 1, words: 'city' }))
      .then([submitted({ paragraph: 'p2', version: 2, words: selected, replaces: false, leavesOut: false })]);
    given(statementDecider)
      .when(submit({ paragraph: 'p2', version: 1, words: 'a well' }))
      .then([submitted({ paragraph: 'p4', version: 2, words: select(moved, 'a well'), replaces: false, leavesOut: false })]);
  });
  it.each([
    ['words that stand no longer', { paragraph: 'p2', words: 'As is known' }],
    ['words that another sentence has by now', { paragraph: 'p5', words: 'allowed' }],
    ['a paragraph that was changed', { paragraph: 'p2' }],
    ['a paragraph that was left out', { paragraph: 'p3', words: 'Fish' }],
  ])('of an earlier version is asked about: %s', (_, place) => {
    given(statementDecider)
      .when(submit({ ...place, version: 1 }))
      .thenRejected('TEXT_CHANGED');
  });
  it.each([
    ['a paragraph that there is not', { paragraph: 'p9' }],
    ['a heading', { paragraph: 'p1' }],
    ['words that do not stand there', { paragraph: 'p2', words: 'sea' }],
    ['the first of words that stand there twice', { paragraph: 'p2', words: 'i' }],
    ['no place', {}],
    ['a version to come', { paragraph: 'p2', version: 3 }],
    ['a paragraph of an earlier version that nobody read', { paragraph: 'p3', words: 'Fish' }],
  ])('is not about %s', (_, place) => {
    given(statementDecider).when(submit(place)).thenRejected('VALIDATION_FAILED');
  });
  it('is nothing in a deliberation, whose statements have no place', () => {
    given(statementDecider).when(submit({}, false)).then([submitted()]);
    given(statementDecider)
      .when(submit({ paragraph: 'p2' }, false))
      .thenRejected('VALIDATION_FAILED');
  });

  const cast = (choice: string) => ({
    type: 'CastStatementVote',
    consultationId,
    activityId,
    activity: submit({}).activity,
    consultation: publishedConsultation(consultationId),
    voter: 'ben',
    assurance: 'email' as const,
    now: whileOpen,
    statementId: 'statement-1',
    statement: { activityId, status: 'accepted' },
    choice,
    imported: false,
  });
  it('is supported, and no longer, and nobody disagrees with it', () => {
    const data = { consultationId, activityId, statementId: 'statement-1', voter: 'ben', assurance: 'email' } as const;
    const voted = (choice: 'agree' | 'pass') => ({ type: 'StatementVoteCast', data: { ...data, choice } }) as const;
    given(ballotDecider)
      .when(cast('agree'))
      .then([voted('agree')]);
    given(ballotDecider, [voted('agree')])
      .when(cast('pass'))
      .then([voted('pass')]);
    const own = { statement: { activityId, status: 'accepted', author: 'ben' } };
    given(ballotDecider)
      .when({ ...cast('agree'), ...own })
      .thenRejected('OWN_CONTRIBUTION');
    given(ballotDecider).when(cast('disagree')).thenRejected('VALIDATION_FAILED');
  });
});
