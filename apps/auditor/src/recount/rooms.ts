import type { ActsInWords, RecountRoom } from '@isegoria/audit-kit';
import { recountOfConsultations } from '@isegoria/consultations/recount';
import { recountOfContent } from '@isegoria/content/recount';
import type { LogEvent, ProjectionEventSkipped } from '@isegoria/contracts';
import { recountOfFeedback } from '@isegoria/feedback/recount';
import { recountOfIdentity } from '@isegoria/identity/recount';
import { rulesOfTheHouse } from './house-rules';

const actsOfOperators: ActsInWords<LogEvent | ProjectionEventSkipped> = {
  LogKeyIntroduced: ({ verifierKey }) => `the key ${verifierKey} begins to sign`,
  LogKeyRetired: ({ verifierKey }) => `the key ${verifierKey} signs no more`,
  ProjectionEventSkipped: ({ group, eventId, by, reason }) =>
    `event ${eventId} left out of the read models "${group}" by account ${by}: "${reason}"`,
};

/** What no context records. */
const theHouse: RecountRoom = {
  counts: [],
  stories: [],
  names: [],
  texts: [],
  permissions: [],
  rules: () => [rulesOfTheHouse()],
  acts: actsOfOperators,
  leaves: {},
};

/** What each context gives an auditor. */
export const rooms: readonly RecountRoom[] = [recountOfConsultations, recountOfFeedback, recountOfContent, recountOfIdentity, theHouse];
