/**
 * Every bound of the public interface, in one place. Sizes are bytes. Lengths count characters as class-validator does: one outside the
 * Basic Multilingual Plane, such as an emoji, is one.
 */
export const limits = {
  requestBytes: 256 * 1024,
  /** A form of the portal: large enough that a text which is far too long comes back to be shortened. */
  formBytes: 4 * 1024 * 1024,
  /** How far ahead a date may lie. */
  yearsAhead: 10,
  emailLength: 254,
  nameLength: 120,
  passwordMinLength: 10,
  passwordMaxLength: 200,
  titleLength: 200,
  bodyLength: 50_000,
  summaryLength: 300,
  aboutLength: 500,
  statementLength: 2_000,
  commentLength: 5_000,
  questionLength: 5_000,
  answerLength: 20_000,
  reasonLength: 1_000,
  noticeLength: 500,
  /** What an institution states about itself, in one language. */
  factLength: 5_000,
  /** The whole text of a draft law or policy paper, in Markdown: with the rest of its draft it is one request. */
  documentLength: 100_000,
  /** Headings and paragraphs of such a text. */
  paragraphsMax: 500,
  paragraphLength: 4_000,
  /** How many annotations one version of a text may say that it follows. */
  annotationsFollowed: 200,
  optionLength: 300,
  optionsMin: 2,
  optionsMax: 50,
  /** More people than live on earth vote on nothing. */
  quorumMax: 1_000_000_000,
  seedStatementsMax: 200,
  /** Those with the most votes; all of them are a list of their own. */
  statementsInResults: 100,
  /** Topics and areas of one consultation. */
  categoriesMax: 20,
  phasesMax: 20,
  /** Templates of consultations of one unit. */
  templatesMax: 50,
  /** What a template counts from the opening. */
  termMonthsMax: 120,
  termDaysMax: 3_660,
  activitiesMax: 10,
  /** How many statements, comments or questions each a person may add to one consultation, unless an administrator sets another number. */
  contributionsPerPerson: 30,
  contributionsPerPersonMax: 1_000,
  /** For how many minutes people may change the words of what they said, unless an administrator sets another number. */
  editMinutes: 60,
  editMinutesMax: 1_440,
  /** The longest that an account may be suspended at once. */
  suspensionDaysMax: 365,
  /** For how many days the class of networks that a ballot came from is kept. */
  originDays: 30,
  /** How many ballots a class of networks must have to be shown: fewer would point at people. */
  ballotsOfOriginLeast: 5,
  /** How many answers two ballots must have in common to be shown as alike. */
  sameAnswersLeast: 8,
  /** The last ones; all of them are a list of their own. */
  dateChangesInView: 5,
  importBatch: 500,
  externalIdLength: 100,
  pageSize: 100,
  /** Characters of what somebody looks for. */
  searchLength: 200,
  receiptLength: 2_000,
  /** A picture or document that an official adds. */
  fileBytes: 5 * 1024 * 1024,
  /** The request that adds one: its bytes are written in base64, which takes a third more. */
  fileRequestBytes: 7 * 1024 * 1024,
  /** All files that one form brings. */
  formFilesBytes: 25 * 1024 * 1024,
  /** The longer side of a picture, in pixels, once it is made anew. */
  pictureSide: 1_600,
  altLength: 300,
  /** Texts of one consultation that are translated into one language. */
  translatedTextsMax: 1_000,
  /** Who may use a service. */
  serviceTextLength: 2_000,
  /** What somebody writes to its office. */
  serviceCommentLength: 2_000,
  /** What people bring along for it. */
  neededMax: 30,
  /** How often its office opens in a week. */
  openingsMax: 21,
  documentsMax: 10,
  /** Addresses of pages elsewhere that show something. */
  linksMax: 10,
  linkLength: 2_000,
  /** Within how many days of the end an office answers, unless an administrator sets another number or a draft says one. */
  answerDays: 60,
  answerDaysMax: 730,
  attachmentsMax: 5,
} as const;
