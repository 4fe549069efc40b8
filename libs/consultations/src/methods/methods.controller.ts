import { StatementVoteController } from './deliberation/vote/statement-vote.controller';
import { StatementController } from './deliberation/statement/statement.controller';
import { OwnStatementController } from './deliberation/own-statement/own-statement.controller';
import { RevisionController } from './document/revision/revision.controller';
import { MotionController } from './motion/ballot/motion.controller';
import { PollBallotController } from './poll/ballot/poll.controller';
import { SurveyLinksController } from './survey/links/survey-links.controller';
import { SurveyLinks } from './survey/links/survey-links.service';
import { AnswerFilesController } from './survey/answer-file/keeping/answer-files.controller';
import { AnswerFiles } from './survey/answer-file/keeping/answer-files.service';
import { PaperEntryController } from './survey/paper/entry/paper-entry.controller';
import { PaperForms } from './survey/paper/entry/paper-forms.service';
import { ResponseController } from './survey/response/response.controller';
import { KeptAnswers } from './survey/response/draft/kept-answers.service';
import { Responses } from './survey/response/responses.service';
import { QuestionnaireCorrectionController } from './survey/correction/questionnaire-correction.controller';
import { TestRunController } from './survey/test-run/test-run.controller';
import { WrittenTextController } from './survey/written/decision/written-text.controller';
import { TestRuns } from './survey/test-run/test-run.service';
import { RankedVoteController } from './ranked-vote/ballot/ranked-vote.controller';
import { ScoreVoteController } from './score-vote/ballot/score-vote.controller';

/** The controllers that take each method's commands. */
export const controllersOfMethods = [
  StatementController,
  OwnStatementController,
  StatementVoteController,
  PollBallotController,
  RankedVoteController,
  ScoreVoteController,
  MotionController,
  ResponseController,
  AnswerFilesController,
  TestRunController,
  PaperEntryController,
  WrittenTextController,
  SurveyLinksController,
  RevisionController,
  QuestionnaireCorrectionController,
];

/** What these need. */
export const providersOfMethods = [Responses, AnswerFiles, KeptAnswers, TestRuns, PaperForms, SurveyLinks];
