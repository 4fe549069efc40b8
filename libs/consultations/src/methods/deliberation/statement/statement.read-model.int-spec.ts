import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { knownNotes } from '@isegoria/read-models';
import { aDeliberation, aPoll, readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import { readContributions } from '../../../export/contributions/contributions.read-model';
import { officialAnswerPublished, type Stance } from '../../../official-answer/official-answer.contract';
import type { CoverageView } from '../../document/answered/coverage.contract';
import { coverageOf } from '../../document/answered/coverage.read-model';
import type { AnnotationPlace, Selection } from '../../document/annotation/place.contract';
import type { DocumentRevised } from '../../document/revision/revision.contract';
import { select } from '../../document/paper/select.fixture';
import type { ModerationMode } from '../deliberation.contract';
import type { StatementEvent } from './statement.contract';
import { viewsOf } from '../own-statement/own-statement.read-model';
import { deskStatements } from '../moderation/desk-statement.read-model';
import { StatementRow, pendingStatements, statementList } from './statement.read-model';

describe('the list of statements', () => {
  let stage: ReadModelStage;
  const by = randomUUID();
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage.stop());

  const record = (event: StatementEvent) => stage.record(`statement-${event.data.statementId}`, event, { at: '2026-03-01T00:00:00.000Z' });

  /** A deliberation with an accepted, a pending and a rejected statement, each of a person of its own. */
  async function deliberation(moderation: ModerationMode) {
    const { consultationId, activityId } = await stage.drafted([[aDeliberation(moderation)]]);
    const place = { consultationId, activityId };
    const [accepted, pending, rejected] = [
      await submitted(place, 'first'),
      await submitted(place, 'second'),
      await submitted(place, 'third'),
    ];
    await record({ type: 'StatementAccepted', data: { statementId: accepted.id, ...place, by } });
    await record({ type: 'StatementRejected', data: { statementId: rejected.id, ...place, by, reason: 'Off topic' } });
    await stage.projected();
    return { ...place, accepted, pending, rejected };
  }

  async function submitted(place: { consultationId: string; activityId: string }, text: string, at?: AnnotationPlace) {
    const { consultationId } = place;
    const [id, person] = [randomUUID(), randomUUID()];
    await stage.keys.create([person]);
    const author = await stage.keys.pseudonym(person, consultationId);
    const sealed = await stage.keys.seal(person, consultationId, { event: id, field: 'text' }, text);
    const data = { statementId: id, ...place, author, assurance: 'email', text: { sealed }, externalId: text, ...(at && { at }) } as const;
    await record({ type: 'StatementSubmitted', data });
    return { id, person, author };
  }

  const texts = async (activityId: string, options: Parameters<typeof statementList>[3] = {}) =>
    (await statementList(stage.dataSource, stage.freshKeys(), activityId, options)).items.map(({ text }) => text);

  const coverageNow = async ({ activityId }: { activityId: string }) => {
    await stage.projected();
    return coverageOf(stage.dataSource, activityId);
  };

  /** As of a position, in a consultation that was published. */
  const coverageThen = ({ consultationId: id, activityId }: { consultationId: string; activityId: string }, position: number) => {
    const consultation = { id, publishedPosition: 1, opensAt: new Date(0) };
    return coverageOf(stage.dataSource, activityId, { place: String(position), consultation });
  };

  /** What exports say of where annotations were written and stand by now, by their ids. */
  async function exportedPlaces(place: { consultationId: string; activityId: string }) {
    const wanted = { ...place, contents: 'statements', forModerator: false } as const;
    const places: [string, unknown[]][] = [];
    await readContributions(stage.dataSource, stage.freshKeys(), wanted, async ({ columns, rows }) => {
      const placed = ['paragraph_number', 'version', 'words', 'newest_version', 'paragraph_number_now', 'paragraph_now', 'words_now'];
      const shown = [...placed, 'lost_in_version', 'followed_in_version'].map((column) => columns.indexOf(column));
      for await (const row of rows) places.push([row[0]!, shown.map((index) => row[index])]);
    });
    return Object.fromEntries(places);
  }

  it('lists what may be voted on, by the way of moderation', async () => {
    const [first, second] = [await deliberation('before'), await deliberation('after')];
    expect(await texts(first.activityId)).toEqual(['first']);
    expect(await texts(second.activityId)).toEqual(['first', 'second']);
    expect((await statementList(stage.dataSource, stage.keys, first.activityId)).items).toEqual([
      {
        id: first.accepted.id,
        consultationId: first.consultationId,
        activityId: first.activityId,
        at: null,
        carried: null,
        followedIn: null,
        externalId: 'first',
        status: 'accepted',
        text: 'first',
        author: first.accepted.author,
        rejectionReason: null,
        rejectionRule: null,
        submittedAt: '2026-03-01T00:00:00.000Z',
        editedAt: null,
        edits: 0,
      },
    ]);
  });

  it('carries annotations over to further versions of their text, whichever comes first, and lists what lost its place', async () => {
    const { consultationId, activityIds } = await stage.drafted([[{ ...aDeliberation('after'), method: 'document' }]]);
    const place = { consultationId, activityId: activityIds[0]! };
    const block = (id: string, text: string) => ({ id, kind: 'paragraph', level: 0, text }) as const;
    const write = async (version: number, blocks: ReturnType<typeof block>[], follows: DocumentRevised['data']['follows'] = []) => {
      const paper = `document-${place.activityId}`;
      await stage.record(paper, { type: 'DocumentWritten', data: { ...place, version, part: 1, parts: 1, blocks, by } });
      const why = { reason: 'Why.', follows, carriedBy: 'sentence' } as const;
      return version === 1 ? 1 : stage.record(paper, { type: 'DocumentRevised', data: { ...place, version, ...why, by } });
    };
    const annotate = async (paragraph: string, words: Selection | null) => {
      const at = { paragraph, version: 1, words, replaces: false, leavesOut: false };
      const { id } = await submitted(place, `${paragraph} ${words?.exact}`, at);
      return id;
    };
    const split = 'Nobody burns leaves.';
    const [first, second] = [`The air of the city is clean. ${split}`, 'Fish are free.'];
    await write(1, [block('p1', first), block('p2', second)]);
    const [stays, lost] = [await annotate('p1', select(first, 'city')!), await annotate('p1', select(first, 'clean')!)];
    const parted = await annotate('p1', select(first, 'leaves')!);
    const [whole, gone] = [await annotate('p1', null), await annotate('p2', select(second, 'Fish')!)];
    const before = await coverageNow(place);
    const changed = 'The air of the city is fresh.';
    await write(2, [block('p1', changed), block('p3', split)], [{ paragraph: 'p1', statementId: lost }]);
    const late = await annotate('p1', select(first, 'air')!);
    await stage.projected();
    const listed = (options = {}) => statementList(stage.dataSource, stage.keys, place.activityId, options);
    const carriedOf = ({ items }: Awaited<ReturnType<typeof listed>>) =>
      Object.fromEntries(items.map(({ id, carried, followedIn }) => [id, { ...carried, followedIn }]));
    expect(carriedOf(await listed())).toEqual({
      [parted]: { paragraph: 'p3', words: select(split, 'leaves'), lostIn: null, followedIn: null },
      [stays]: { paragraph: 'p1', words: select(changed, 'city'), lostIn: null, followedIn: null },
      [lost]: { paragraph: 'p1', words: null, lostIn: 2, followedIn: 2 },
      [whole]: { paragraph: 'p1', words: null, lostIn: null, followedIn: null },
      [gone]: { paragraph: 'p2', words: null, lostIn: 2, followedIn: null },
      [late]: { paragraph: 'p1', words: select(changed, 'air'), lostIn: null, followedIn: null },
    });
    expect((await listed({ paragraph: 'p3' })).items.map(({ id }) => id)).toEqual([parted]);
    expect(Object.keys(carriedOf(await listed({ place: 'lost' }))).sort()).toEqual([lost, gone].sort());
    expect(await exportedPlaces(place)).toEqual({
      [parted]: ['1', '1', 'leaves', '2', '2', 'p3', 'leaves', null, null],
      [stays]: ['1', '1', 'city', '2', '1', 'p1', 'city', null, null],
      [lost]: ['1', '1', 'clean', '2', null, null, null, '2', '2'],
      [whole]: ['1', '1', null, '2', '1', 'p1', null, null, null],
      [gone]: ['2', '1', 'Fish', '2', null, null, null, '2', null],
      [late]: ['1', '1', 'air', '2', '1', 'p1', 'air', null, null],
    });
    const halved = await coverageNow(place);
    const third = await write(3, [block('p1', changed), block('p4', split)]);
    await write(4, [block('p5', split)]);
    const now = await coverageNow(place);
    const numbers = ({ paragraphs }: CoverageView) => paragraphs.map(({ paragraph, number }) => [paragraph, number]);
    expect([before, halved, await coverageThen(place, third), now].map(numbers)).toEqual([
      [['p1', 1], ['p2', 2]],
      [['p1', 1], ['p3', 2], ['p2', null]],
      [['p1', 1], ['p4', 2], ['p2', null]],
      [['p5', 1], ['p1', null], ['p2', null]],
    ]);
    for (const stood of [before, halved]) expect(await coverageThen(place, stood.position)).toEqual(stood);
  });

  it('counts what became of annotations, and of the proposals of other words among them', async () => {
    const { consultationId, activityIds } = await stage.drafted([[{ ...aDeliberation('after'), method: 'document' }]]);
    const activityId = activityIds[0]!;
    const annotate = async (paragraph: string, replaces: boolean, leavesOut = false) => {
      const place = { paragraph, version: 1, words: null, replaces, leavesOut };
      return submitted({ consultationId, activityId }, `${paragraph} ${replaces}`, place);
    };
    const [proposed, other] = [await annotate('p1', true), await annotate('p2', true, true)];
    const [said, open] = [await annotate('p1', false), await annotate('p2', false)];
    const answer = async (aboutId: string, stance: Stance) => {
      const data = { ...officialAnswerPublished.sample, consultationId, activityId, about: 'statement', aboutId, stance } as const;
      await stage.record(`official-answer-${aboutId}`, { type: 'OfficialAnswerPublished', data });
    };
    const given = [[proposed.id, 'accepted'], [other.id, 'partly'], [said.id, 'rejected']] as const;
    for (const [aboutId, stance] of given) await answer(aboutId, stance);
    const rejection = { statementId: open.id, consultationId, activityId, reason: 'Why.', by };
    const none = { annotations: 0, open: 0, accepted: 0, partly: 0, rejected: 0, noted: 0, withParagraph: 0 };
    const proposals = { ...none, annotations: 2, accepted: 1, partly: 1 };
    const whole = { ...none, annotations: 4, open: 1, accepted: 1, partly: 1, rejected: 1 };
    const stood = await coverageNow({ activityId });
    expect(stood).toMatchObject({ ...whole, proposals });
    const unanswered = async () => {
      const { items } = await statementList(stage.dataSource, stage.keys, activityId, { answered: 'no' });
      return items.map(({ id }) => id);
    };
    expect(await unanswered()).toEqual([open.id]);
    for (const [named, stance] of [['p2', 'noted'], ['p3', 'partly']] as const) {
      const toParagraph = { about: 'paragraph', aboutId: randomUUID(), named, textVersion: 1, stance } as const;
      const data = { ...officialAnswerPublished.sample, consultationId, activityId, ...toParagraph };
      await stage.record(`official-answer-${toParagraph.aboutId}`, { type: 'OfficialAnswerPublished', data });
    }
    const covered = await coverageNow({ activityId });
    expect(await unanswered()).toEqual([]);
    const own = await viewsOf(stage.dataSource, stage.keys, await stage.dataSource.getRepository(StatementRow).findBy({ activityId }));
    const answers = new Map(own.map(({ id, answer, answerToParagraph }) => [id, [answer?.stance, answerToParagraph?.stance]]));
    expect([proposed, other, said, open].map(({ id }) => answers.get(id))).toEqual([
      ...[['accepted', undefined], ['partly', 'noted'], ['rejected', undefined], [undefined, 'noted']],
    ]);
    expect(covered).toMatchObject({
      ...{ ...whole, open: 0, withParagraph: 1, proposals },
      paragraphs: [
        { paragraph: 'p1', answer: null, annotations: 2, accepted: 1, rejected: 1 },
        { paragraph: 'p2', answer: 'noted', annotations: 2, partly: 1, withParagraph: 1 },
        { paragraph: 'p3', answer: 'partly', annotations: 0 },
      ],
    });
    expect(await coverageThen({ consultationId, activityId }, covered.position)).toEqual(covered);
    const told = async ({ author }: { author: string }) => {
      const upTo = await knownNotes.upTo(stage.dataSource.manager);
      const pseudonymIn = (context: string) => Promise.resolve(context === consultationId ? author : randomUUID());
      const stretch = { after: 0, upTo, kinds: ['paragraph-answered', 'activity-answered'], limit: 9 } as never;
      const person = { accountId: randomUUID(), units: [], pseudonymIn };
      return (await knownNotes.of(stage.dataSource.manager, person, stretch)).map(({ kind }) => kind);
    };
    expect([await told(open), await told(said)]).toEqual([['paragraph-answered'], []]);
    await record({ type: 'StatementRejected', data: rejection });
    await answer(proposed.id, 'noted');
    const now = await coverageNow({ activityId });
    const corrected = { accepted: 0, noted: 1 };
    expect(now).toMatchObject({ ...whole, annotations: 3, open: 0, ...corrected, proposals: { ...proposals, ...corrected } });
    expect(await coverageThen({ consultationId, activityId }, stood.position)).toEqual(stood);
    expect(await coverageThen({ consultationId, activityId }, now.position)).toEqual(now);
    await expect(coverageThen({ consultationId, activityId }, 0)).rejects.toMatchObject({ code: 'NOT_OPEN_THEN' });
  });

  it('keeps texts that are not public for moderators, and says why one was rejected', async () => {
    const { activityId, rejected } = await deliberation('before');
    expect(await texts(activityId, { status: 'pending' })).toEqual([null]);
    expect(await texts(activityId, { status: 'pending', forModerator: true })).toEqual(['second']);
    expect((await statementList(stage.dataSource, stage.keys, activityId, { status: 'rejected' })).items).toMatchObject([
      { id: rejected.id, text: null, rejectionReason: 'Off topic' },
    ]);
    expect(await texts(activityId, { status: 'rejected', forModerator: true })).toEqual(['third']);
    const ofAll = (only: string) => texts(activityId, { status: 'rejected', only });
    expect([await ofAll(rejected.id), await ofAll(randomUUID())]).toEqual([[null], []]);
  });

  it('has no text where the key was destroyed, and all the others', async () => {
    const { activityId, accepted } = await deliberation('after');
    await stage.keys.destroy(accepted.person);
    expect(await texts(activityId)).toEqual([null, 'second']);
  });

  it('shows a plain text of the office', async () => {
    const { consultationId, activityId } = await deliberation('before');
    const statementId = randomUUID();
    const seed = { statementId, consultationId, activityId, author: null, assurance: null, text: { plain: 'ours' }, externalId: null };
    await record({ type: 'StatementSubmitted', data: seed });
    await record({ type: 'StatementAccepted', data: { statementId, consultationId, activityId, by } });
    await stage.projected();
    expect(await texts(activityId)).toEqual(['first', 'ours']);
  });

  it('keeps two deliberations of one consultation apart', async () => {
    const { consultationId, activityIds } = await stage.drafted([[aDeliberation('after')], [aDeliberation('before'), aPoll]]);
    const [first, second, poll] = activityIds as [string, string, string];
    await submitted({ consultationId, activityId: first }, 'of the first');
    await submitted({ consultationId, activityId: second }, 'of the second');
    await stage.projected();
    expect(await texts(first)).toEqual(['of the first']);
    expect(await texts(second)).toEqual([]);
    expect(await texts(second, { status: 'pending', forModerator: true })).toEqual(['of the second']);
    expect(await texts(poll)).toEqual([]);
  });

  it('lists what waits in published consultations of the units of a moderator, with the title', async () => {
    const [unit, below, beside] = ['root.aaaaaaaa', 'root.aaaaaaaa.11111111', 'root.aaaaaaaab'];
    async function waiting(where: string, text: string, published = true) {
      const { consultationId, activityId, phaseIds } = await stage.drafted([[aDeliberation()]], { unit: where });
      const { person } = await submitted({ consultationId, activityId }, text);
      const phases = [{ phaseId: phaseIds[0]!, opensAt: '2026-01-01T00:00:00Z', closesAt: '2026-02-01T00:00:00Z' }];
      const publication = { type: 'ConsultationPublished', data: { consultationId, phases, by } } as const;
      if (published) await stage.record(`consultation-${consultationId}`, publication);
      return person;
    }
    const here = await waiting(unit, 'here');
    await waiting(below, 'below');
    await waiting(beside, 'beside');
    await waiting(unit, 'draft', false);
    await stage.projected();
    const pending = async (...units: string[]) => (await pendingStatements(stage.dataSource, stage.freshKeys(), units)).items;
    expect((await pending(unit)).map(({ text }) => text)).toEqual(['here', 'below']);
    expect((await pending(below, beside)).map(({ text }) => text)).toEqual(['below', 'beside']);
    expect((await pending('root')).map(({ text }) => text)).toEqual(['here', 'below', 'beside']);
    expect(await pending(below)).toMatchObject([{ consultationTitle: 'T', activityId: expect.any(String) }]);
    expect(await pending()).toEqual([]);
    await stage.keys.destroy(here);
    expect((await pending(unit)).map(({ text }) => text)).toEqual(['below']);
    const desk = await deskStatements(stage.dataSource, stage.keys, [unit], { state: 'waiting' });
    expect(desk.items.map(({ text }) => text)).toEqual(['below']);
  });

  it('lists nothing of a consultation that does not exist', async () => {
    expect(await texts(randomUUID())).toEqual([]);
    expect(await texts('none')).toEqual([]);
  });
});
