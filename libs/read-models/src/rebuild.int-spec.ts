import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { consultationById, consultationResults, statementList } from '@isegoria/consultations/read-models';
import { pageById } from '@isegoria/content/read-models';
import {
  activityCorrected,
  answersGiven,
  linkedResponseSubmitted,
  surveyLinksIssued,
  type SealedText,
  documentRevised,
  documentWritten,
  fileAdded,
  milestoneSet,
  officialAnswerPublished,
  rootUnit,
  serviceDrafted,
  servicePublished,
  serviceRevised,
  serviceTranslated,
  type AssuranceLevel,
  type VoteChoice,
} from '@isegoria/contracts';
import { readModelNames } from './index';
import { liveSchema } from '@isegoria/projection';
import { aDeliberation, aPoll, aSurvey, ballotStream, pseudonym, readModelStage, type ReadModelStage } from './stage.fixture';

/** Every row of every read model as text, in a fixed order; the checkpoints' clock times aside. */
async function dump({ dataSource }: ReadModelStage): Promise<Record<string, string[]>> {
  const found: { name: string }[] = await dataSource.query(
    `SELECT schemaname || '.' || tablename AS name FROM pg_tables WHERE schemaname = ANY ($1)`,
    [readModelNames.map(liveSchema)],
  );
  const rowsOf = async ({ name }: { name: string }) => {
    const columns = name.endsWith('.checkpoint') ? '(version, stopped_event)' : 'rows';
    const rows: { row: string }[] = await dataSource.query(`SELECT ${columns}::text AS row FROM ${name} AS rows ORDER BY 1`);
    return [name, rows.map(({ row }) => row)] as const;
  };
  const tables = found.filter(({ name }) => !name.endsWith('.skipped_event'));
  return Object.fromEntries(await Promise.all(tables.map(rowsOf)));
}

describe('rebuilding the read models', () => {
  let stage: ReadModelStage;
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage.stop());

  it('gives the same rows, row for row, as they grew event by event; also after a key was destroyed', async () => {
    const author = await everythingHappened();
    const grown = await dump(stage);
    expect(Object.keys(grown).filter((table) => grown[table]!.length === 0)).toEqual([]);
    await stage.rebuild();
    expect(await dump(stage)).toEqual(grown);
    await stage.keys.destroy(author);
    await stage.rebuild();
    expect(await dump(stage)).toEqual(grown);
  });

  it('passes over events of types that it does not know', async () => {
    const id = randomUUID();
    await stage.record(`other-${id}`, { type: 'SomethingNew', data: { consultationId: 'not an id', by: 7 } } as never);
    await stage.projected();
    const page = randomUUID();
    await stage.record(`page-${page}`, {
      type: 'PageDrafted',
      data: { pageId: page, unit: rootUnit, kind: 'information', title: 'T', body: 'B', language: 'en', by: page },
    });
    await stage.projected();
    expect(await pageById(stage.dataSource, page)).toMatchObject({ id: page });
  });

  /** At least one event of each kind, each projected before the next, so that rows change in batches of one. */
  async function everythingHappened(): Promise<string> {
    const [by, person, imported, gone] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const [page, statement, rejected, comment, hidden, question, taken] = Array.from({ length: 7 }, () => randomUUID()) as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const { consultationId, phaseIds, activityIds } = await stage.drafted([[aDeliberation('after')], [aPoll]], { title: 'Trees' });
    const [deliberation, poll] = activityIds as [string, string];
    await stage.keys.create([person]);
    const seal = async (context: string) => ({
      sealed: await stage.keys.seal(person, context, { event: randomUUID(), field: 'text' }, 'words'),
    });
    const [author, here] = [await stage.keys.pseudonym(person, consultationId), { consultationId, activityId: deliberation }];
    const by1 = { author, assurance: 'email', text: await seal(consultationId) } as const;
    const said = async (...recorded: Parameters<ReadModelStage['record']>) => {
      await stage.record(...recorded);
      await stage.projected();
    };
    const written = async () => {
      const { consultationId, activityIds } = await stage.drafted([[{ ...aDeliberation(), method: 'document' }]]);
      const activityId = activityIds[0]!;
      await said(`consultation-${consultationId}`, { type: 'ReviewRequested', data: { consultationId, by } });
      const text = { ...documentWritten.sample, consultationId, activityId };
      await said(`document-${activityId}`, { type: 'DocumentWritten', data: text });
      const words = { exact: 'air', prefix: 'The ', suffix: ' is clean.', start: 4, end: 7 };
      const at = { paragraph: 'p2', version: 1, words, replaces: false, leavesOut: false };
      const statementId = randomUUID();
      const annotation = { consultationId, activityId, statementId, externalId: null, ...by1, at };
      await said(`statement-${statementId}`, { type: 'StatementSubmitted', data: annotation });
      // The sentence goes to a paragraph of its own, and the annotation with it.
      const blocks = text.blocks.map((block) => (block.id === 'p2' ? { ...block, id: 'p3' } : block));
      await said(`document-${activityId}`, { type: 'DocumentWritten', data: { ...text, version: 2, blocks } });
      const revised = { ...documentRevised.sample, consultationId, activityId, version: 2, follows: [], carriedBy: 'sentence' } as const;
      await said(`document-${activityId}`, { type: 'DocumentRevised', data: revised });
      const answer = { ...officialAnswerPublished.sample, consultationId, activityId, aboutId: activityId };
      await said(`official-answer-${activityId}`, { type: 'OfficialAnswerPublished', data: answer });
      const milestoneId = randomUUID();
      await said(`milestone-${milestoneId}`, { type: 'MilestoneSet', data: { ...milestoneSet.sample, consultationId, milestoneId } });
    };
    // One place, so that what comes after the first is beyond it.
    const quotas = '"quotas":[{"option":"tram","most":1}]';
    const limited = JSON.parse(JSON.stringify(aSurvey).replace('"options"', `${quotas},"options"`)) as typeof aSurvey;
    const ofStanding = { ...limited, settings: { ...limited.settings, quotaPlaces: 'standing' } } as typeof aSurvey;
    const responded = async (survey: typeof aSurvey) => {
      const { consultationId, activityIds } = await stage.drafted([[survey]]);
      const given = { ...answersGiven.sample, consultationId, activityId: activityIds[0]!, voter: pseudonym() };
      const { answers: _, salt: __, unsaid: _____, commitment: answers, ...place } = given;
      const { commitment: ___, voter: ____, ...test } = given;
      await said(`survey-test-${given.activityId}-${by}`, { type: 'TestAnswersGiven', data: { ...test, by } });
      const plan = { file: 'f'.repeat(64), mediaType: 'application/pdf', size: 4, details: given.answers['wish'] as SealedText };
      const data = { ...given, answers: { ...given.answers, plan } };
      await said(`response-${given.activityId}-${given.voter}`, { type: 'AnswersGiven', data });
      const event = { type: 'ResponseSubmitted', data: { ...place, answers, assurance: 'email' } } as const;
      await said(ballotStream(event), event);
      const form = { ...place, form: '17', answers, by };
      await said(`paper-form-${given.activityId}-17`, { type: 'PaperFormEntered', data: form });
      await said(`paper-form-${given.activityId}-17`, { type: 'PaperFormConfirmed', data: form });
      const settings = JSON.parse(JSON.stringify(survey.settings).replace('How?', 'How else?')) as never;
      const corrected = { ...activityCorrected.sample, settings, consultationId, activityId: activityIds[0]! };
      await said(`activity-${corrected.activityId}`, { type: 'ActivityCorrected', data: corrected });
      const decided = { ...place, text: 'ab'.repeat(32), decision: 'listed', reason: null, by } as const;
      await said(`survey-text-${given.activityId}-${decided.text}`, { type: 'TextDecidedOn', data: decided });
      const { link, links, batch } = { ...linkedResponseSubmitted.sample, ...surveyLinksIssued.sample };
      const { activityId } = given;
      await said(`survey-links-${activityId}`, { type: 'SurveyLinksIssued', data: { consultationId, activityId, batch, links, by } });
      await said(`survey-link-${activityId}-${link}`, { type: 'LinkedResponseSubmitted', data: { ...place, answers, batch, link, own: null } });
    };
    const vote = async (statementId: string, voter: string, choice: VoteChoice, assurance: AssuranceLevel) => {
      const event = { type: 'StatementVoteCast', data: { ...here, statementId, voter, choice, assurance } } as const;
      await said(ballotStream(event), event);
    };
    await said(`account-${person}`, [
      { type: 'AccountRegistered', data: { accountId: person, profile: { sealed: (await seal('account')).sealed } } },
      { type: 'EmailConfirmed', data: { accountId: person } },
      { type: 'RoleGranted', data: { accountId: person, role: 'official', unit: rootUnit, by } },
    ]);
    await said(`account-${gone}`, {
      type: 'AccountRegistered',
      data: { accountId: gone, profile: { sealed: (await seal('account')).sealed } },
    });
    await said(`erased-${gone}`, { type: 'AccountErased', data: { accountId: gone, by, reason: 'R' } });
    await said(`account-${imported}`, { type: 'AccountImported', data: { accountId: imported, by, source: 's', externalId: '1' } });
    await said(`account-${imported}`, { type: 'AccountVouchedFor', data: { accountId: imported, by, level: 'register' } });
    const suspension = { suspensionId: randomUUID() };
    const until = '2026-04-01T12:00:00.000Z';
    await said(`suspension-${suspension.suspensionId}`, { type: 'SuspensionOrdered', data: { ...suspension, until, by, reason: 'R' } });
    await said(`suspended-${person}`, { type: 'AccountSuspended', data: { ...suspension, accountId: person, until, by, reason: 'R' } });
    await said(`appealed-${suspension.suspensionId}`, { type: 'SuspensionAppealed', data: { ...suspension, text: await seal('account') } });
    const decided = { ...suspension, granted: true, by, reason: 'R' };
    await said(`suspension-${suspension.suspensionId}`, { type: 'SuspensionAppealDecided', data: decided });
    const words = { unit: rootUnit, kind: 'information', title: 'Trees', body: 'B', language: 'en', by } as const;
    for (const pageId of [page, imported]) await said(`page-${pageId}`, { type: 'PageDrafted', data: { pageId, ...words } });
    // One is found, the other is archived.
    await said(`page-${imported}`, { type: 'PagePublished', data: { pageId: imported, by } });
    await said(`page-${page}`, { type: 'PagePublicationPlanned', data: { pageId: page, at: until, by } });
    await said(`page-${page}`, { type: 'PagePublished', data: { pageId: page, by: null } });
    const revised = { title: 'Trees', body: 'Two trees', language: 'en', note: 'N' } as const;
    await said(`page-${page}`, { type: 'PageRevised', data: { pageId: page, ...revised, by } });
    await said(`page-${page}`, { type: 'PageArchived', data: { pageId: page, by, reason: 'R' } });
    const place = { pageId: page, unit: rootUnit, above: null, before: null, by };
    for (const address of ['trees', 'forests']) await said('site-tree', { type: 'PagePlaced', data: { ...place, address } });
    await said('site-tree', { type: 'PagePlaced', data: { ...place, pageId: imported, above: page, address: 'oaks' } });
    await said('site-tree', { type: 'PageTakenOut', data: { pageId: imported, unit: rootUnit, reason: 'R', by } });
    const service = `public-service-${serviceDrafted.sample.serviceId}`;
    await said(service, { type: 'ServiceDrafted', data: serviceDrafted.sample });
    await said(service, { type: 'ServicePublished', data: servicePublished.sample });
    await said(service, { type: 'ServiceTranslated', data: serviceTranslated.sample });
    await said(service, { type: 'ServiceRevised', data: serviceRevised.sample });
    const { serviceId } = serviceDrafted.sample;
    await said('unit-root', { type: 'UnitSmallestGroupSet', data: { unit: rootUnit, people: 5, by } });
    for (const [person, answer] of [
      ['anna', 'no'],
      ['ben', 'yes'],
      ['anna', 'partly'],
      ['ben', null],
    ] as const) {
      const data = { serviceId, unit: rootUnit, author: person, answer, assurance: 'email', text: null } as const;
      await said(`service-feedback-${serviceId}-${person}`, { type: 'ServiceFeedbackGiven', data });
    }
    await written();
    for (const survey of [limited, ofStanding]) await responded(survey);
    await said(`file-${fileAdded.sample.file}`, { type: 'FileAdded', data: fileAdded.sample });
    const topic = { category: 'topic.1f0c22aa', names: { en: 'T' }, about: null, by };
    await said('category-topic.1f0c22aa', { type: 'CategoryAdded', data: topic });
    await said('category-topic.1f0c22aa', { type: 'CategoryWithdrawn', data: { category: topic.category, by, reason: 'R' } });
    await said('unit-root.1f0c22aa', { type: 'UnitMade', data: { unit: 'root.1f0c22aa', name: 'U', by } });
    await said('unit-root.1f0c22aa', { type: 'UnitClosed', data: { unit: 'root.1f0c22aa', by, reason: 'R' } });
    await said('unit-root', { type: 'UnitRenamed', data: { unit: 'root', name: 'R', by } });
    await said(`statement-${statement}`, {
      type: 'StatementSubmitted',
      data: { ...here, statementId: statement, externalId: null, ...by1 },
    });
    await said(`statement-${rejected}`, { type: 'StatementSubmitted', data: { ...here, statementId: rejected, externalId: '2', ...by1 } });
    await said(`statement-${rejected}`, { type: 'StatementRejected', data: { ...here, statementId: rejected, by, reason: 'R' } });
    const voters = [author, pseudonym(), pseudonym()] as const;
    await vote(statement, voters[0], 'agree', 'anonymous');
    await vote(statement, voters[1], 'disagree', 'attested');
    await vote(statement, voters[0], 'pass', 'email');
    await vote(rejected, voters[2], 'agree', 'anonymous');
    await vote(statement, voters[2], 'disagree', 'anonymous');
    for (const [voter, chosen] of [
      [voters[0], ['a', 'b']],
      [voters[1], ['a']],
      [voters[0], ['b']],
    ] as const) {
      const event = {
        type: 'PollBallotCast',
        data: { consultationId, activityId: poll, voter, options: chosen, assurance: 'email' },
      } as const;
      await said(ballotStream(event), event);
    }
    for (const type of ['BallotExcluded', 'BallotReinstated', 'BallotExcluded'] as const) {
      const event = { type, data: { ...here, voter: voters[1], by, reason: 'R' } };
      await said(ballotStream(event), event);
    }
    await said(`comment-${comment}`, { type: 'CommentSubmitted', data: { consultationId, commentId: comment, ...by1 } });
    const support = { item: 'comment', itemId: comment, consultationId, supporter: voters[1], supports: true, assurance: 'email' } as const;
    await said(`support-${comment}-${voters[1]}`, { type: 'SupportCast', data: support });
    const report = {
      reportId: taken,
      item: 'comment',
      itemId: comment,
      consultationId,
      unit: rootUnit,
      reason: 'insult',
      text: null,
    } as const;
    await said(`report-${taken}`, { type: 'ContributionReported', data: report });
    await said(`comment-${hidden}`, { type: 'CommentSubmitted', data: { consultationId, commentId: hidden, ...by1 } });
    await said(`comment-${hidden}`, { type: 'CommentHidden', data: { consultationId, commentId: hidden, by, reason: 'R' } });
    const objection = { appealId: hidden, item: 'comment', itemId: hidden, consultationId, unit: rootUnit, ...by1, against: by } as const;
    await said(`appeal-${hidden}`, { type: 'AppealMade', data: objection });
    await said(`question-${question}`, { type: 'QuestionAsked', data: { consultationId, unit: rootUnit, questionId: question, ...by1 } });
    await said(`question-${question}`, { type: 'QuestionAnswered', data: { consultationId, questionId: question, by, text: 'A' } });
    await said('settings', {
      type: 'SettingsChanged',
      data: {
        institution: { en: 'I' },
        contactEmail: 'a@ministry.example',
        notice: null,
        contributionsPerPerson: null,
        editMinutes: null,
        staffNeedSecondFactor: null,
        timeZone: null,
        colour: null,
        by,
      },
    });
    await said('settings', {
      type: 'SettingsChanged',
      data: {
        institution: null,
        contactEmail: null,
        notice: { ar: 'ن' },
        contributionsPerPerson: 5,
        editMinutes: null,
        staffNeedSecondFactor: null,
        timeZone: null,
        colour: null,
        by,
      },
    });
    await said('site-page-terms', { type: 'SitePageFilledIn', data: { page: 'terms', facts: { law: { en: 'L' } }, by } });
    await said(`export-${taken}`, {
      type: 'ContributionsExported',
      data: { ...here, exportId: taken, contents: 'votes', purpose: 'P', by },
    });
    await said(`consultation-${consultationId}`, {
      type: 'ConsultationTranslated',
      data: { consultationId, language: 'fr', texts: [{ of: 'A', text: 'B' }], by },
    });
    await said(`consultation-${consultationId}`, {
      type: 'ConsultationPublished',
      data: {
        consultationId,
        phases: phaseIds.map((phaseId, n) => ({
          phaseId,
          opensAt: `2026-0${2 * n + 1}-01T00:00:00Z`,
          closesAt: `2026-0${2 * n + 2}-01T00:00:00Z`,
        })),
        by,
      },
    });
    await said(`consultation-${consultationId}`, {
      type: 'AssuranceRaised',
      data: { consultationId, level: 'email', voters: [voters[2]] },
    });
    await vote(statement, voters[2], 'disagree', 'anonymous');
    for (const [index, phaseId] of phaseIds.entries()) {
      await said(`consultation-${consultationId}`, { type: 'PhaseOpened', data: { consultationId, phaseId } });
      if (index === 0) await said(`consultation-${consultationId}`, { type: 'PhaseClosed', data: { consultationId, phaseId } });
    }
    const key = Buffer.alloc(32).toString('base64url');
    await said(`activity-${poll}`, { type: 'BallotsRevealed', data: { consultationId, activityId: poll, key } });
    // Behind the closing of their phase: shown as late, and counted nowhere.
    await vote(statement, voters[0], 'agree', 'email');
    const late = { ...here, statementId: randomUUID(), externalId: null, ...by1 };
    await said(`statement-${late.statementId}`, { type: 'StatementSubmitted', data: late });
    expect((await statementList(stage.dataSource, stage.keys, deliberation)).items.map(({ text }) => text)).toEqual(['words']);
    expect(await consultationResults(stage.dataSource, stage.keys, consultationId)).toMatchObject({
      activities: [
        {
          participants: 2,
          participantsByAssurance: { email: 2, anonymous: 0 },
          excludedBallots: 1,
          late: 2,
          statements: [
            { disagrees: 1, passes: 1, byAssurance: { anonymous: { disagrees: 0 } } },
            { agrees: 1, byAssurance: { anonymous: { agrees: 0 } } },
          ],
        },
        { participants: 2, options: [{ votes: 1 }, { votes: 1 }] },
      ],
    });
    // One of the two whose ballot counts in the poll is excluded from the deliberation.
    expect(await consultationById(stage.dataSource, consultationId, { now: new Date() })).toMatchObject({
      participants: 3,
      participantsByAssurance: { anonymous: 0 },
    });
    return person;
  }
});
