import { describe, it } from '@jest/globals';
import { everyEvent } from '@isegoria/contracts';
import { foldsWhatIsNewer } from '@isegoria/event-sourcing';
import { activity } from './activity/activity.decider';
import { ballotDecider } from './ballot/ballot.decider';
import { consultationDecider } from './consultation/consultation.decider';
import { exportDecider } from './export/export.decider';
import { statementDecider } from './methods/deliberation/statement/statement.decider';
import { milestoneDecider } from './milestone/milestone.decider';
import { textDecider } from './methods/survey/written/decision/written-text.decider';
import { linkResponseDecider, surveyLinksDecider } from './methods/survey/links/survey-links.decider';
import { paperFormDecider } from './methods/survey/paper/entry/paper-entry.decider';
import { revisionDecider } from './methods/document/revision/revision.decider';
import { officialAnswerDecider } from './official-answer/official-answer.decider';

describe('deciders of consultations fold every event of their streams, and what a newer program records there', () => {
  it('activities', () => foldsWhatIsNewer(everyEvent, activity, 'activity-1'));
  it('ballots', () => foldsWhatIsNewer(everyEvent, ballotDecider, 'ballot-1-2'));
  it('consultations', () => foldsWhatIsNewer(everyEvent, consultationDecider, 'consultation-1'));
  it('documents', () => foldsWhatIsNewer(everyEvent, revisionDecider, 'document-1'));
  it('exports', () => foldsWhatIsNewer(everyEvent, exportDecider, 'export-1'));
  it('milestones', () => foldsWhatIsNewer(everyEvent, milestoneDecider, 'milestone-1'));
  it('official answers', () => foldsWhatIsNewer(everyEvent, officialAnswerDecider, 'official-answer-1'));
  it('texts of surveys', () => foldsWhatIsNewer(everyEvent, textDecider, 'survey-text-1-2'));
  it('paper forms', () => foldsWhatIsNewer(everyEvent, paperFormDecider, 'paper-form-1-2'));

  it('personal links', () => foldsWhatIsNewer(everyEvent, surveyLinksDecider, 'survey-links-1'));

  it('responses by a personal link', () => foldsWhatIsNewer(everyEvent, linkResponseDecider, 'survey-link-1-2'));
  it('statements', () => foldsWhatIsNewer(everyEvent, statementDecider, 'statement-1'));
});
