import { NotCompared, changed, plural, type ActsInWords } from '@isegoria/audit-kit';
import { addressOf, assuranceLevels, isAtLeast, type AssuranceLevel } from '@isegoria/kernel';
import { castAt, type StandingVote } from '../../results/analysis/analysis.recount';
import type { OfficialAnswerPublished } from '../../official-answer/official-answer.contract';
import { counted, eachLevel, sumOfLevels, type ByAssurance } from '../../results/assurance/by-assurance.contract';
import { levelsInWords } from '../../results/assurance/levels.recount';
import type { Participation } from '../../results/participation/participation.recount';
import { ChoiceBook } from '../choices/choice-book.recount';
import type {
  AskedView,
  Book,
  CountedCast,
  CountedEvent,
  MethodStory,
  OnPage,
  RecountedMethod,
  RecountedView,
  SentenceOnPage,
} from '../method/method.recount';
import type { MethodSettings } from '../methods.contract';
import type { Question, Questionnaire } from './questionnaire/questionnaire.contract';
import { QuotaBook } from './quotas/quotas.recount';
import { StandingQuotaBook } from './quotas/standing/standing-places.recount';
import { answersOf, called, partsOf, type Part } from './recount/counted-answers.recount';
import { mayBeOfSurvey, rulesOfSurveys } from './recount/survey-rules.recount';
import { answeredInSurvey, mayCorrectSurvey } from './recount/correction.recount';
import type { TestAnswersGiven } from './test-run/test-run.contract';
import { survey as contract, type SurveySettings } from './survey.contract';
import { ChannelBook, channelsInWords, channelsOnPage, saidOfQuestion, saidOfQuota } from './channels/channels.recount';
import type { ApartChannel, ChannelResult, SurveyChannels } from './channels/channel.contract';
import { actsOfSurveyLinks } from './links/survey-links.recount';
import type { LinkedResponseSubmitted, SurveyLinkEvent, SurveyLinksRevoked } from './links/survey-links.contract';
import { recountedUnanswered, unansweredIn } from './paper/unanswered/unanswered.recount';
import { actsOfPaperForms } from './paper/entry/paper-entry.recount';
import type { PaperFormConfirmed, PaperFormEvent } from './paper/entry/paper-entry.contract';
import type { AnswersGiven, ResponseSubmitted } from './response/response.contract';
import { listWrittenTexts, type TextDecidedOn, type WrittenTexts } from './written/written-text.contract';
import { noTexts, showTextCoverage, type TextCoverage } from './written/answered/text-coverage.contract';
import { textCoverageOnPage } from './written/answered/text-coverage.recount';
import { WrittenTextBook, actsOfWrittenTexts } from './written/written-text.recount';
import { showAnswersBy, type AnswersBy } from './answers-by/answers-by.contract';
import { AskedJointly, bottomOf, type SaidAlike } from './answers-by/cells/asked-jointly.recount';
import { RecountedGroups } from './answers-by/answers-by.recount';
import { leastOf, leastResponses, type QuestionResult, type SurveyResults } from './results/survey-results.contract';

const withheld = new NotCompared('what people answered in surveys: only auditors get it (--token)');
/** Beside it: whose answers are counted, not only what they are. */
const unplaced = new NotCompared('who is beyond a quota of a survey: answers say it, and only auditors get them (--token)');

class SurveyRecount implements Book {
  private readonly ballots = new ChoiceBook();
  /** What is counted of answers, by what they commit to. */
  private readonly given = new Map<string, readonly string[]>();
  private readonly values = new Set<string>();
  private responded = new Set<number>();
  private isUnseen = false;
  private readonly channels = new ChannelBook((who) => this.quotas.isBeyond(who));
  private readonly written: WrittenTextBook;
  /** Batches of personal links. */
  private readonly revoked = new Set<number>();
  private readonly quotas: QuotaBook | StandingQuotaBook;
  /** The people of a survey with quotas, by number. */
  private readonly names = new Map<number, string>();

  private questionnaire: Questionnaire;
  private readonly least: number;
  /** Whether only who is counted takes a place in a quota; surveys say so since this is decided. */
  private readonly placesAreOfCounted: boolean;

  constructor(
    settings: SurveySettings,
    private readonly people: Participation,
  ) {
    this.questionnaire = settings.questionnaire;
    this.written = new WrittenTextBook(this.questionnaire);
    this.least = leastOf(settings);
    this.placesAreOfCounted = settings.quotaPlaces !== undefined;
    this.quotas = settings.quotaPlaces === 'standing' ? new StandingQuotaBook(this.questionnaire) : new QuotaBook(this.questionnaire);
  }

  correct(settings: MethodSettings): void {
    this.questionnaire = (settings as SurveySettings).questionnaire;
  }

  take(event: CountedEvent): void {
    const { type } = event as { readonly type: string };
    if (type === 'PaperFormConfirmed') {
      const { form, voter, answers } = (event as unknown as PaperFormConfirmed).data;
      this.takeApart('paper', form, `${voter} ${answers}`);
    }
    if (type === 'TextDecidedOn') this.written.decide((event as unknown as TextDecidedOn).data);
    if (type === 'OfficialAnswerPublished') this.written.answer((event as unknown as OfficialAnswerPublished).data);
    if (type === 'SurveyLinksRevoked') this.revoked.add((event as unknown as SurveyLinksRevoked).data.batch);
    if (type === 'LinkedResponseSubmitted') this.takeLinked(event as unknown as LinkedResponseSubmitted);
    if (type !== 'AnswersGiven') return;
    const { voter, commitment, answers, unanswered } = (event as unknown as AnswersGiven).data;
    const choices = [...answersOf(this.questionnaire, answers), ...unansweredIn({ unanswered })];
    for (const choice of choices) this.values.add(choice);
    this.given.set(`${voter} ${commitment}`, choices);
    this.written.give((event as unknown as AnswersGiven).data);
  }

  /** The first response by a link that was revoked before counts for nothing. */
  private takeLinked({ data: { batch, link, voter, answers } }: LinkedResponseSubmitted): void {
    if (this.revoked.has(batch) && !this.channels.has('link', link)) return;
    this.takeApart('link', link, `${voter} ${answers}`);
  }

  private takeApart(channel: ApartChannel, key: string, response: string): void {
    const choices = this.given.get(response);
    this.written.castApart(`${channel} ${key}`, response);
    this.quotas.respond(`${channel} ${key}`, choices ?? []);
    this.channels.take(channel, key, choices);
  }

  judge(voter: string, isOut: boolean): void {
    this.quotas.judge(`account ${voter}`, isOut);
  }

  raise(voter: string, level: AssuranceLevel): void {
    if (isAtLeast(level, this.people.countsFrom)) this.quotas.lift(`account ${voter}`);
  }

  cast(event: CountedCast, voter: number): void {
    const { data } = event as unknown as ResponseSubmitted;
    const choices = this.given.get(`${data.voter} ${data.answers}`);
    if (!choices) this.isUnseen = true;
    this.responded.add(voter);
    this.written.cast(voter, `${data.voter} ${data.answers}`);
    this.ballots.cast(voter, choices ?? [], castAt(event));
    this.quotas.respond(`account ${data.voter}`, choices ?? [], this.placesAreOfCounted && !this.people.isCounted(voter));
    if (!this.quotas.hasNone) this.names.set(voter, data.voter);
  }

  /** While the survey is open, the figures of two moments would tell the responses between them: then only how many there are. */
  results(within?: object, isClosed = false): object {
    const smallestGroup = this.least;
    // Nor do those of some of the responses, by day or by level.
    if (within) return { answers: [], answersState: 'notTold', channels: [], smallestGroup };
    if (!isClosed) return { answers: [], answersState: 'open', channels: this.channels.withoutAnswers(), smallestGroup };
    const hasQuotas = !this.quotas.hasNone;
    const untold = () =>
      this.channels.withoutAnswers().map((one) => ({ ...one, answers: withheld, ...(hasQuotas && { beyondQuota: unplaced }) }));
    const channels = this.channels.hasUnseen ? untold() : this.ofChannels();
    return { ...this.ofPeople(), channels, smallestGroup };
  }

  private ofChannels(): readonly ChannelResult[] {
    const asked = new Map(questionsIn(this.questionnaire).map((question) => [question.id, question]));
    const results = (said: readonly ReadonlySet<string>[], channel: ApartChannel) =>
      this.questions(this.once(said), true).map((question) => {
        const isTold = channel === 'paper' && question.state === 'shown';
        return { ...question, ...(isTold && { unanswered: recountedUnanswered(asked.get(question.id)!, said, this.least) }) };
      });
    return this.channels.results(results, this.least, !this.quotas.hasNone);
  }

  /** Whose answers count: the others are left out, or beyond a quota. */
  private get placed(): Pick<Participation, 'included' | 'levelOf' | 'isCounted'> {
    const { people, names, quotas } = this;
    if (quotas.hasNone) return people;
    const isPlaced = (person: number) => !quotas.isBeyond(`account ${names.get(person)}`);
    return {
      *included() {
        for (const person of people.included()) if (isPlaced(person)) yield person;
      },
      levelOf: (person) => people.levelOf(person),
      isCounted: (person) => people.isCounted(person),
    };
  }

  private ofPeople(): object {
    const { countsFrom } = this.people;
    const byLevelOf = (included: Iterable<number>) => {
      const people = [...included].filter((person) => this.responded.has(person));
      return eachLevel((level) => people.filter((person) => this.people.levelOf(person) === level).length);
    };
    const [all, byLevel] = [byLevelOf(this.people.included()), byLevelOf(this.placed.included())];
    const hasQuotas = !this.quotas.hasNone;
    if (counted(all, countsFrom) < this.least) return { answers: [], answersState: 'tooFew' };
    // Who is beyond a quota, the answers say.
    if (this.isUnseen && hasQuotas) return { answers: withheld, answersState: withheld, beyondQuota: unplaced };
    if (this.isUnseen) return { answers: withheld, answersState: 'shown' };
    if (counted(byLevel, countsFrom) < this.least) return { answers: [], answersState: 'tooFew' };
    const levels = Object.keys(all) as AssuranceLevel[];
    const hidesLevels = levels.some((level) => all[level] > 0 && byLevel[level] < this.least);
    const answers = this.questions(this.ballots.said(this.placed), hidesLevels);
    const beyondQuota = counted(all, countsFrom) - counted(byLevel, countsFrom);
    return { answers, answersState: 'shown', ...(hasQuotas && { beyondQuota }) };
  }

  standing(): Iterable<StandingVote> {
    return this.ballots.standing(this.people);
  }

  /** What people wrote, as far as it is listed. */
  writtenTexts(asked: AskedView): object {
    return this.written.shown(asked, this.around());
  }

  /** How much of that the office has answered. */
  textsAnswered(asked: AskedView): object {
    return this.written.covered(asked, this.around());
  }

  private around() {
    const { placed: people, least } = this;
    const isUnseen = this.isUnseen || this.channels.hasUnseen;
    const apart = this.channels.counted().map(({ keys, said }) => ({ keys, told: this.told(this.once(said)) }));
    return { people, apart, least, isUnseen, told: this.told(this.ballots.said(people)) };
  }

  /** Of the questions to which people write something, those that are told. */
  private told(said: readonly SaidAlike[]): ReadonlySet<string> {
    const all = questionsIn(this.questionnaire);
    const jointly = new AskedJointly(all);
    const isTold = ({ id }: Question) => !jointly.hides(id, said, { from: this.people.countsFrom, least: this.least }).all;
    return new Set(all.filter((question) => isWritten(question) && isTold(question)).map(({ id }) => id));
  }

  /** Of each response apart from accounts. */
  private once(said: readonly ReadonlySet<string>[]): readonly SaidAlike[] {
    const people = eachLevel((level) => (level === this.people.countsFrom ? 1 : 0));
    return said.map((choices) => ({ choices, people }));
  }

  /** Apart for the people who gave each answer to a question, once nobody responds any more. */
  answersBy({ activityId, path, isClosed }: AskedView): object {
    const question = path.split('/').at(-1)!;
    const asked = { activityId, question, least: this.least };
    const isOfThese = questionsIn(this.questionnaire).some((one) => one.id === question && tellsApart(one));
    if (!isClosed || !isOfThese) return { ...asked, state: 'open', groups: [] };
    if (this.isUnseen) return { ...asked, state: withheld, groups: withheld };
    const said = this.ballots.said(this.placed);
    return { ...asked, ...new RecountedGroups(this.questionnaire, question, said, this.people.countsFrom, this.least).shown() };
  }

  private hasFew(byLevel: ByAssurance<number>): boolean {
    return Object.values(byLevel).some((n) => n > 0 && n < this.least);
  }

  /** @param noLevels whether a level has so few people that levels are told apart in no question */
  private questions(said: readonly SaidAlike[], noLevels: boolean): QuestionResult[] {
    const from = this.people.countsFrom;
    const all = questionsIn(this.questionnaire);
    const tally = talliesOf(said);
    const jointly = new AskedJointly(all);
    const withoutLevels = new Set<string>();
    return all
      .map((question) => {
        const { id, kind, text } = question;
        const answeredByAssurance = tally(id);
        const answered = counted(answeredByAssurance, from);
        const words = { id, kind, text, tellsApart: tellsApart(question), ...namedEnds(question) };
        const hides = jointly.hides(id, said, { from, least: this.least });
        const onFew = bottomOf(question.when).some((part) => withoutLevels.has(part.question!));
        const hasFew = noLevels || this.hasFew(answeredByAssurance) || hides.levels || onFew;
        if (hides.all || hasFew) withoutLevels.add(id);
        if (hides.all) return { ...words, state: 'tooFew', answered: null, answeredByAssurance: null, choices: [], mean: null };
        const values = this.valuesOf(question).map((value) => ({ value, votes: tally(`${id}:${value}`) }));
        const standing = values.filter(({ votes }) => (hasFew ? counted(votes, from) : sumOfLevels(votes)) > 0);
        const isOfSome = question.when !== undefined && (kind === 'number' || kind === 'date');
        const hidesValues = isOfSome && standing.some((one) => counted(one.votes, from) < this.least);
        const votes = new Map(standing.map(({ value, votes: n }) => [value, n]));
        const people = (value: string) => counted(votes.get(value)!, from);
        const parts = hidesValues ? [] : partsOf(question, [...votes.keys()], { votes: people, least: this.least });
        const together = hasFew || kind === 'place';
        const choices = parts.map((part) => ({ ...counts(question, part, votes, from), ...(together && { byAssurance: null }) }));
        const mean = kind === 'scale' || kind === 'number' ? meanOf(standing, from) : null;
        return { ...words, state: 'shown', answered, answeredByAssurance: hasFew ? null : answeredByAssurance, choices, mean };
      });
  }

  private valuesOf({ id }: Question): string[] {
    return [...this.values].filter((choice) => choice.startsWith(`${id}:`)).map((choice) => choice.slice(id.length + 1));
  }
}

/** How many people make each choice. */
function talliesOf(said: readonly SaidAlike[]): (choice: string) => ByAssurance<number> {
  const tallies = new Map<string, number[]>();
  for (const { choices, people } of said)
    for (const choice of choices) {
      const counts = tallies.get(choice) ?? assuranceLevels.map(() => 0);
      assuranceLevels.forEach((level, rank) => (counts[rank]! += people[level]));
      tallies.set(choice, counts);
    }
  return (choice) => eachLevel((_, rank) => tallies.get(choice)?.[rank] ?? 0);
}

interface Valued {
  readonly value: string;
  readonly votes: ByAssurance<number>;
}

function counts(question: Question, { name, values }: Part, votes: ReadonlyMap<string, ByAssurance<number>>, from: AssuranceLevel) {
  const byAssurance = eachLevel((level) => values.reduce((sum, value) => sum + (votes.get(value)?.[level] ?? 0), 0));
  return { choice: name, text: called(question, name), votes: counted(byAssurance, from), byAssurance };
}

/** The sum of the values from the lowest on by the number of people, to three decimals. */
function meanOf(values: readonly Valued[], from: AssuranceLevel): number | null {
  let [people, sum] = [0, 0];
  for (const { value, votes } of [...values].sort((one, other) => Number(one.value) - Number(other.value))) {
    const n = counted(votes, from);
    people += n;
    sum += n * Number(value);
  }
  return people > 0 ? Math.round((sum / people) * 1_000) / 1_000 : null;
}

const shown = ({ answers }: SurveyResults): readonly QuestionResult[] => (Array.isArray(answers) ? (answers as QuestionResult[]) : []);

const channelsIn = ({ channels }: Partial<SurveyChannels>): readonly ChannelResult[] =>
  Array.isArray(channels) ? (channels as ChannelResult[]) : [];

const answersInWords = (n: number | null) => (n === null ? 'too few answers to be told' : plural(n, 'answer', 'answers'));

const story: MethodStory = {
  take: () => undefined,
  inWords: (results: SurveyResults & Partial<SurveyChannels>) => [
    ...channelsInWords(channelsIn(results)),
    ...(results.beyondQuota ? [`    ${plural(results.beyondQuota, 'response', 'responses')} beyond a quota`] : []),
    ...shown(results).flatMap(({ text, answered, answeredByAssurance, choices }) => [
      `    "${text}": ${answersInWords(answered)}${answeredByAssurance ? ` (${levelsInWords(answeredByAssurance)})` : ''}`,
      ...choices.map(({ choice, text: words, votes }) => `      ${words ?? choice}: ${votes}`),
    ]),
  ],
  changesSince: (earlier: SurveyResults | undefined, results: SurveyResults) =>
    shown(results).flatMap(({ text, answered }, index) =>
      changed(`answers to "${text}"`, (earlier && shown(earlier)[index]?.answered) ?? undefined, answered ?? 0),
    ),
  inJson: () => ({}),
};

type Shown = SurveyResults & SurveyChannels & { readonly countsFrom: AssuranceLevel };

/** Every question with how many answered it and, in a chart and a table, what they chose. */
function onPage({ answers, answersState, beyondQuota, channels, smallestGroup, countsFrom }: Shown): OnPage {
  const least = smallestGroup ?? leastResponses;
  const isOpen = answersState === 'open';
  const nothingYet: SentenceOnPage = isOpen ? { says: 'survey.untilClosed', values: {} } : { says: 'survey.tooFew', values: { least } };
  const sentences = answers.flatMap((question) => {
    const byLevel = question.answeredByAssurance;
    return saidOfQuestion(question, { least, others: byLevel ? sumOfLevels(byLevel) - counted(byLevel, countsFrom) : 0 });
  });
  const things = answers.flatMap(({ kind, answered, choices }) => {
    const of = { says: kind === 'place' ? 'place.elsewhere' : 'answer.own' };
    return choices.flatMap(({ text, votes, byAssurance }) =>
      text === null ? [{ of, figures: [votes, ...Object.values(byAssurance ?? {})], wholes: [answered!] }] : [],
    );
  });
  const apart = channelsOnPage(channels, { least, isOpen });
  const all = [...(answers.length === 0 ? [nothingYet] : sentences), ...saidOfQuota(beyondQuota), ...apart.sentences];
  return { sentences: all, rows: [], first: [], things: [...things, ...apart.things] };
}

/** Asked for by every question that tells people apart. */
const answersBy: RecountedView = {
  name: 'answer table',
  isApart: true,
  pathsFor: ({ activityId }, settings) =>
    questionsOf(settings)
      .filter(tellsApart)
      .map(({ id }) => addressOf(showAnswersBy.route, { activityId, question: id })),
  finding: 'tally',
  recount: (book, asked) => (book as SurveyRecount).answersBy(asked),
  beforeItBegan: { state: 'open', groups: [] } satisfies Pick<AnswersBy, 'state' | 'groups'>,
};

/** Asked for by every question to which somebody may write something. */
const writtenTexts: RecountedView = {
  name: 'list of texts',
  isApart: true,
  pathsFor: ({ activityId }, settings) =>
    questionsOf(settings)
      .filter(isWritten)
      .map(({ id }) => addressOf(listWrittenTexts.route, { activityId, question: id })),
  finding: 'tally',
  recount: (book, asked) => (book as SurveyRecount).writtenTexts(asked),
  beforeItBegan: { state: 'open', texts: 0, items: [], next: null, count: 0, answered: 0 } satisfies Omit<WrittenTexts, 'position'>,
};

/** Asked for where somebody wrote something. */
const textsAnswered: RecountedView = {
  name: 'text coverage',
  isLater: true,
  pathsFor: ({ activityId }, settings) =>
    questionsOf(settings).some(isWritten) ? [addressOf(showTextCoverage.route, { activityId })] : [],
  finding: 'tally',
  recount: (book, asked) => (book as SurveyRecount).textsAnswered(asked),
  beforeItBegan: { state: 'open', ...noTexts } satisfies Omit<TextCoverage, 'activityId' | 'position'>,
};

const questionsIn = ({ sections }: Questionnaire): readonly Question[] => sections.flatMap(({ questions }) => questions);

/** None where a site that is asked shows no questionnaire. */
const questionsOf = (settings: Partial<SurveySettings> | undefined): readonly Question[] =>
  settings?.questionnaire ? questionsIn(settings.questionnaire) : [];

/** Whether everybody is asked it and gives one of a few answers. */
const tellsApart = ({ kind, when }: Question): boolean => when === undefined && (kind === 'single' || kind === 'scale');

function namedEnds({ scale }: Question): Pick<QuestionResult, 'ends'> {
  const [fromLabel, toLabel] = [scale?.fromLabel ?? null, scale?.toLabel ?? null];
  return scale && (fromLabel !== null || toLabel !== null) ? { ends: { from: scale.from, to: scale.to, fromLabel, toLabel } } : {};
}

const isWritten = ({ kind, hasOther }: Question): boolean => kind === 'short-text' || kind === 'long-text' || hasOther === true;

const joined = (one: OnPage, other: OnPage): OnPage => ({
  ...one,
  sentences: [...one.sentences, ...other.sentences],
  rows: [...one.rows, ...other.rows],
});

export const survey: RecountedMethod = {
  contract,
  /** What two places differ in would say who answered what. */
  asTheyStood: () => ({ answers: [], answersState: 'notTold', channels: [] }),
  onEarlierPage: { sentences: [{ says: 'asOf.survey', values: {} }], rows: [], first: [] },
  onPage: (results, answers) => joined(onPage(results), textCoverageOnPage(answers[textsAnswered.name] as TextCoverage | undefined)),
  events: [
    ...['AnswersGiven', 'PaperFormConfirmed', 'SurveyLinksRevoked', 'LinkedResponseSubmitted', 'TextDecidedOn'],
    'OfficialAnswerPublished',
  ],
  begin: (settings: MethodSettings, people) => new SurveyRecount(settings as SurveySettings, people),
  views: [answersBy, writtenTexts, textsAnswered],
  isFiltered: true,
  tell: () => story,
  texts: [],
  permissions: [],
  mayHave: mayBeOfSurvey,
  answered: ({ settings }) => answeredInSurvey(settings),
  smallestGroup: (settings) => leastOf(settings as SurveySettings),
  mayCorrect: mayCorrectSurvey,
  rules: rulesOfSurveys,
};

export const actsOfSurveys: ActsInWords<
  ResponseSubmitted | AnswersGiven | TestAnswersGiven | PaperFormEvent | SurveyLinkEvent | LinkedResponseSubmitted | TextDecidedOn
> = {
  ResponseSubmitted: null,
  AnswersGiven: null,
  TestAnswersGiven: null,
  ...actsOfPaperForms,
  ...actsOfWrittenTexts,
  ...actsOfSurveyLinks,
};
