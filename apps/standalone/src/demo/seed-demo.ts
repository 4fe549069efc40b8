import { SingleBar } from 'cli-progress';
import pLimit from 'p-limit';
import { ApiClient } from '@isegoria/api-client';
import { answerQuestion, askQuestion, submitComment, type PageKind } from '@isegoria/contracts';
import { addCategories, type DemoCategory } from './categories/demo-categories';
import { demoAccounts, demoPassword, repeatsFor } from './demo-accounts';
import { cleanAirDraft, concludeCleanAir, discussTheDraft, takePartInCleanAir } from './clean-air/clean-air';
import { airInOtherLanguages } from './clean-air/clean-air-translations';
import { cleanAir } from './clean-air/clean-air-words';
import {
  close,
  conclude,
  day,
  deliberation,
  openConsultation,
  poll,
  promiseByTheEnd,
  translate,
  twoPhases,
  type Draft,
} from './demo-consultations';
import {
  announcements,
  busNetwork,
  comments,
  generalQuestion,
  information,
  lakeShore,
  libraries,
  questions,
  townHall,
  units,
  type DemoPage,
} from './demo-content';
import { parksDraft } from './before-and-after/before-and-after';
import { fountains, parks } from './before-and-after/before-and-after-words';
import { inOtherLanguages } from './other-languages/in-other-languages';
import { importPeople, makeAccount, makePage, makeUnits } from './demo-people';
import { annotateSecondReading, secondReadingDraft, takePartInSecondReading } from './second-reading/second-reading';
import { readingInOtherLanguages } from './second-reading/second-reading-translations';
import { feedback, rateService } from './services/demo-feedback';
import { makeService, services } from './services/demo-services';
import { makeSite } from './site/demo-site';
import { site } from './site/site-words';
import { castBallot, castVotes, citizens, currentOf, statementsOf } from './demo-voices';

/** Who of them take part in the consultation about the shore. */
const shorePeople = 20;
/** Who take part in the consultation about the clean air act. */
const airPeople = 40;
const readingPeople = 24;
const mostAtOnce = 12;

/**
 * Fills an empty platform with a small demo, only through the public API: every demo answer went the way of a real one. Every request has
 * its own key, so an interrupted seeding continues where it stopped, and a part of the platform that starts slowly ends nothing.
 */
export async function seedDemo(origin: string, operator: { email: string; password: string }): Promise<void> {
  const office = await new ApiClient(origin, { repeatsFor }).signIn(operator.email, operator.password);
  const bar = new SingleBar({ format: '  demo [{bar}] {value}/{total}', noTTYOutput: true, notTTYSchedule: 5_000, hideCursor: true });
  const begun = Object.keys(units).length + demoAccounts.length + announcements.length + services.length;
  // The page of information, and all consultations together.
  bar.start(begun + 2 + Object.keys(feedback).length + citizens * 3 + shorePeople + airPeople + readingPeople, 0);
  const done = () => bar.increment();

  const unitOf = await makeUnits(office, done);
  const categoriesOf = await addCategories(office);
  for (const account of demoAccounts) await makeAccount(origin, office, account, unitOf(account.unit)).then(done);
  const page = (kind: PageKind, words: DemoPage) =>
    makePage(office, kind, words, unitOf(words.unit), categoriesOf(...(words.about ?? []))).then(done);
  for (const words of announcements) await page('announcement', words);
  await page('information', information);
  await makeSite({ office, unitOf, categoriesOf }, site);
  const described = await Promise.all(
    services.map(async (one) => {
      const serviceId = await makeService(office, one, unitOf(one.unit), categoriesOf(...one.about));
      done();
      return { title: one.en.title, serviceId };
    }),
  );

  const open = (draft: Draft, days: readonly number[], ...chosen: DemoCategory[]) =>
    openConsultation(office, { ...draft, categories: categoriesOf(...chosen) }, days);
  const network = await open(await deliberation(office, busNetwork, unitOf(busNetwork.unit)), [21 * day], 'transport', 'capital');
  const hall = await open(await poll(office, townHall), [14 * day], 'services', 'capital');
  const sundays = await open(await poll(office, libraries), [day], 'culture', 'country');
  const air = await open(await cleanAirDraft(office, unitOf(cleanAir.unit)), [28 * day], 'air', 'transport', 'country');
  await translate(office, air.id, airInOtherLanguages);
  const reading = await open(await secondReadingDraft(office, unitOf(cleanAir.unit)), [28 * day], 'air', 'country');
  await translate(office, reading.id, readingInOtherLanguages);
  const shore = await open(await twoPhases(office, unitOf(lakeShore.unit)), [21 * day, 14 * day], 'water', 'lakes');
  const water = await open(await poll(office, fountains, unitOf(fountains.unit)), [day], 'water', 'capital');
  const toCome = { ...(await parksDraft(office, unitOf(parks.unit))), categories: categoriesOf('environment', 'capital') };
  const greenery = await openConsultation(office, toCome, [21 * day], Date.now() + 7 * day);
  for (const [{ id }, content] of [
    [network, busNetwork],
    [hall, townHall],
    [sundays, libraries],
    [shore, lakeShore],
    [water, fountains],
    [greenery, parks],
  ] as const)
    await translate(office, id, inOtherLanguages(content));
  done();
  const people = await importPeople(office);
  const rated = described.filter(({ title }) => title in feedback);
  await Promise.all(rated.map(({ title, serviceId }) => rateService(office, title, serviceId, people).then(done)));

  const aboutNetwork = await statementsOf(office, network);
  await sideBySide(people, async (accountId, index) => {
    const ofNetwork = { known: busNetwork.statements, current: currentOf(index) };
    await castVotes(office, network, aboutNetwork, accountId, index, ofNetwork).then(done);
    await castBallot(office, hall, townHall.weights, accountId, index).then(done);
    await castBallot(office, sundays, libraries.weights, accountId, index).then(done);
  });
  const aboutAir = await statementsOf(office, air, 'deliberation');
  await sideBySide(people.slice(0, airPeople), (accountId, person) =>
    takePartInCleanAir(office, air, { statements: aboutAir, accountId, person, current: currentOf(person) }).then(done),
  );
  await discussTheDraft(office, air, people);
  await sideBySide(people.slice(0, readingPeople), (accountId, person) =>
    takePartInSecondReading(office, reading, accountId, person).then(done),
  );
  await annotateSecondReading(office, reading, people);
  const ofShore = { known: lakeShore.collecting.statements, current: 0 };
  const aboutShore = await statementsOf(office, shore);
  await sideBySide(people.slice(0, shorePeople), (accountId, index) =>
    castVotes(office, shore, aboutShore, accountId, index, ofShore)
      .then(() => castBallot(office, water, fountains.weights, accountId, index))
      .then(done),
  );
  await talk(origin, office, network.id, { unit: unitOf(generalQuestion.unit), categories: categoriesOf('water', 'lakes') });
  await close(office, water.id, fountains.closing);
  await concludeCleanAir(office, air);
  await conclude(office, sundays.id, libraries.closing, libraries.outcome);
  await promiseByTheEnd(office, sundays.id, libraries.late);
  bar.stop();
}

/** Waiting for the disk after each of a thousand votes would take most of a minute. */
async function sideBySide(people: readonly string[], act: (accountId: string, index: number) => Promise<void>): Promise<void> {
  const next = pLimit(mostAtOnce);
  await Promise.all(people.map((accountId, index) => next(() => act(accountId, index))));
}

async function talk(origin: string, office: ApiClient, consultationId: string, general: object): Promise<void> {
  const citizen = await new ApiClient(origin, { repeatsFor }).signIn('citizen@example.org', demoPassword);
  for (const text of comments) await citizen.do(submitComment, { consultationId, text }, { idempotencyKey: `demo ${text}` });
  for (const { text, answer } of questions) {
    const { id } = await citizen.do(askQuestion, { consultationId, text }, { idempotencyKey: `demo ${text}` });
    if (answer) await office.do(answerQuestion, { questionId: id, text: answer }, { idempotencyKey: `demo answer ${id}` });
  }
  const { text, answer } = generalQuestion;
  const { id: questionId } = await citizen.do(askQuestion, { ...general, text }, { idempotencyKey: `demo ${text}` });
  await office.do(answerQuestion, { questionId, text: answer }, { idempotencyKey: `demo answer ${questionId}` });
}
