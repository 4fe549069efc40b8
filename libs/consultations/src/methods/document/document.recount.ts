import { plural, type ActsInWords } from '@isegoria/audit-kit';
import { deliberation, statementList } from '../deliberation/deliberation.recount';
import type { RecountedMethod } from '../method/method.recount';
import type { MethodSettings } from '../methods.contract';
import { rulesOfDocuments } from './audit/paper-rules.recount';
import { DocumentBook } from './answered/coverage-book.recount';
import { coverage, coverageOnPage } from './answered/coverage-on-page.recount';
import { document as contract, type DocumentEvent } from './document.contract';

/** Annotations are recounted as the statements that they are; nobody draws a map of who supports what. */
export const document: RecountedMethod = {
  ...deliberation,
  contract,
  events: [...deliberation.events, 'DocumentWritten', 'DocumentRevised', 'OfficialAnswerPublished'],
  begin: (settings: MethodSettings, people) => new DocumentBook(people, settings),
  views: [statementList, coverage],
  onPage: (_, answers) => coverageOnPage(answers),
  permissions: [],
  rules: rulesOfDocuments,
  // What people wrote stands at the paragraphs, which are pages of their own.
  listsStatements: () => false,
};

export const actsOfDocuments: ActsInWords<DocumentEvent> = {
  DocumentRevised: ({ activityId, version, reason, follows, by }) =>
    `version ${version} of document ${activityId} published by account ${by}, following ${plural(follows.length, 'annotation', 'annotations')}: ` +
    `"${reason}"`,
  DocumentWritten: ({ activityId, version, part, parts, by }) =>
    `text of document ${activityId} written by account ${by}: version ${version}${parts === 1 ? '' : `, part ${part} of ${parts}`}`,
};
