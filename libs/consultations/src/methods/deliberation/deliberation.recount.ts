import { addressOf } from '@isegoria/kernel';
import type { MethodSettings } from '../methods.contract';
import type { RecountedMethod, RecountedView } from '../method.recount';
import { deliberation as contract } from './deliberation.contract';
import { DeliberationBook } from './deliberation-book.recount';
import { showOpinionMap } from './opinion-map/opinion-map.contract';
import { OfficeStatements } from './office-statements.recount';
import { mayBeOfDeliberation, rulesOfDeliberations } from './statement-rules.recount';
import { StatementStory } from './statement-story.recount';
import { StatementTexts } from './statement-texts.recount';
import type { StatementEvent } from './statement.contract';

const opinionMap: RecountedView = {
  name: 'opinion map',
  pathFor: (activityId) => addressOf(showOpinionMap.route, { activityId }),
  finding: 'map',
  recount: (book: DeliberationBook) => book.opinionMap(),
  beforeItBegan: { map: null, participants: 0, statements: 0 },
};

export const deliberation: RecountedMethod = {
  contract,
  events: ['StatementSubmitted', 'StatementAccepted', 'StatementRejected'] satisfies StatementEvent['type'][],
  begin: (_: MethodSettings, people) => new DeliberationBook(people),
  views: [opinionMap],
  tell: () => new StatementStory(),
  texts: [() => new StatementTexts()],
  permissions: [() => new OfficeStatements()],
  mayHave: mayBeOfDeliberation,
  rules: rulesOfDeliberations,
};
