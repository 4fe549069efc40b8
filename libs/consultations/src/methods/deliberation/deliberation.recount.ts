import { addressOf, limits, usuallyCountsFrom } from '@isegoria/kernel';
import { atEachLevel, beside } from '../../results/assurance/by-assurance.contract';
import type { MethodSettings } from '../methods.contract';
import type { RecountedMethod, RecountedView } from '../method/method.recount';
import { deliberation as contract } from './deliberation.contract';
import { DeliberationBook, mostVoted, withoutLaterWords } from './vote/deliberation-book.recount';
import { showMapOfEverybody, showOpinionMap } from './opinion-map/opinion-map.contract';
import { OfficeStatements, wordsOfOffice } from './seeding/office-statements.recount';
import { mayBeOfDeliberation, rulesOfDeliberations } from './statement/audit/statement-rules.recount';
import { StatementStory } from './statement/audit/statement-story.recount';
import { StatementTexts } from './statement/audit/statement-texts.recount';
import { listStatementResults } from './statement-results/statement-results.contract';
import type { StatementEvent } from './statement/statement.contract';

const opinionMap: RecountedView = {
  name: 'opinion map',
  pathsFor: ({ activityId }) => [addressOf(showOpinionMap.route, { activityId })],
  finding: 'map',
  isPlaced: true,
  recount: (book: DeliberationBook) => book.opinionMap('counted'),
  beforeItBegan: { map: null, participants: 0, statements: 0, needed: 0, unplaced: { tooFewVotes: 0, onlyOnRejected: 0 } },
};

/** Where nobody is below the level that figures count from, it is the same map. */
const mapOfEverybody: RecountedView = {
  ...opinionMap,
  name: 'opinion map of everybody',
  pathsFor: ({ activityId }) => [addressOf(showMapOfEverybody.route, { activityId })],
  isNeeded: ({ participantsByAssurance = atEachLevel(0), countsFrom = usuallyCountsFrom }) =>
    beside(participantsByAssurance, countsFrom) > 0,
  recount: (book: DeliberationBook) => book.opinionMap('everybody'),
};

/** All statements, where the results have only those with the most votes. */
export const statementList: RecountedView = {
  name: 'list of statements',
  pathsFor: ({ activityId }) => [addressOf(listStatementResults.route, { activityId })],
  isNeeded: ({ statementCounts }) =>
    Object.values(statementCounts ?? {}).reduce((sum, count) => sum + count, 0) > limits.statementsInResults,
  finding: 'tally',
  recount: (book: DeliberationBook, { cursor }) => book.page(cursor),
  beforeItBegan: { items: [], next: null, count: 0 },
};

export const deliberation: RecountedMethod = {
  contract,
  events: [
    'StatementSubmitted',
    'StatementAccepted',
    'StatementRejected',
    'StatementDecisionUndone',
    'StatementEdited',
    'StatementWithdrawn',
  ] satisfies StatementEvent['type'][],
  begin: (settings: MethodSettings, people) => new DeliberationBook(people, settings),
  amongResults: mostVoted,
  asTheyStood: withoutLaterWords,
  views: [opinionMap, mapOfEverybody, statementList],
  isFiltered: true,
  tell: () => new StatementStory(),
  texts: [() => new StatementTexts()],
  permissions: [() => new OfficeStatements()],
  mayHave: mayBeOfDeliberation,
  answered: ({ office }) => [office],
  officeSays: { StatementSubmitted: wordsOfOffice },
  // Where statements are moderated afterwards, a page lists them in another order than the answers by state do.
  listsStatements: ({ moderation }) => moderation === 'before',
  rules: rulesOfDeliberations,
};
