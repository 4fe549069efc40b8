import { texts, type KeysOf, type Message } from '@isegoria/texts';
import type { RejectionCode } from './rejection';

/** What people read for each code; the type makes the list complete. */
export const rejectionTexts = texts({
  'rejection.MALFORMED_JSON': 'The request is not valid JSON. Check its syntax and send it again.',
  'rejection.MALFORMED_REQUEST': 'The request is not valid HTTP, is not in UTF-8, or could be read in more than one way.',
  'rejection.VALIDATION_FAILED': {
    text: '"{field}" is not valid: {detail}. Correct it and send it again.',
    comment: '{field} is the name of a field of the API, {detail} one of the phrases "it must be ..." that follow.',
  },
  'rejection.UNKNOWN_FIELD': {
    text: '"{field}" is not a field of this request. Leave it out.',
    comment: '{field} is the name of a field of the API.',
  },
  'rejection.UNKNOWN_PARAMETER': {
    text: 'This address cannot be asked for "{field}". Leave it out of the address; what it knows: {known}.',
    comment: '{field} is what somebody wrote behind the question mark of an address of the API, {known} a list of what may stand there.',
  },
  'rejection.SIGN_IN_REQUIRED': 'Please sign in first.',
  'rejection.SESSION_EXPIRED': 'Your session has ended. Please sign in again; nothing was recorded.',
  'rejection.WRONG_CREDENTIALS': 'The e-mail address or the password is not right.',
  'rejection.CODE_REQUIRED': 'Enter the code of your app, or a recovery code, to finish signing in.',
  'rejection.WRONG_CODE': 'This code is not right, or it has already been used. Wait for the next one.',
  'rejection.SECOND_FACTOR_REQUIRED':
    'Your role counts only after a sign-in with a second factor. Set it up on the page of your account, and then come back.',
  'rejection.FORBIDDEN_ROLE': 'Your account does not have the role that this needs here.',
  'rejection.SUSPENDED':
    'Your account is suspended for a time, so you cannot do this now, and nothing was recorded. The page of your account says until when ' +
    'and why.',
  'rejection.NOT_YOURS': 'This belongs to somebody else.',
  'rejection.FORBIDDEN_ORIGIN': 'This form was sent from another site. Open the page here and try again.',
  'rejection.NOT_FOUND': 'There is nothing at this address.',
  'rejection.CONSULTATION_NOT_FOUND': 'There is no such consultation.',
  'rejection.ACTIVITY_NOT_FOUND': 'There is no such activity.',
  'rejection.UNIT_NOT_FOUND': 'There is no such unit.',
  'rejection.CATEGORY_NOT_FOUND': 'There is no such topic or area.',
  'rejection.STATEMENT_NOT_FOUND': 'There is no such contribution in this consultation.',
  'rejection.OPTION_NOT_FOUND': 'This vote has no such option.',
  'rejection.QUESTION_NOT_FOUND': 'There is no such question.',
  'rejection.SERVICE_NOT_FOUND': 'There is no such service.',
  'rejection.PAGE_NOT_FOUND': 'There is no such page.',
  'rejection.ACCOUNT_NOT_FOUND': 'There is no such account.',
  'rejection.FILE_NOT_FOUND': 'There is no such file.',
  'rejection.FILE_WITHDRAWN': 'This file was withdrawn. The record says when and why; the file itself no longer exists.',
  'rejection.FILE_TOO_LARGE': {
    text: 'This file is larger than {megabytes, number} MB. Make it smaller, or split it, and choose it again.',
    comment: 'MB: megabytes.',
  },
  'rejection.FILE_KIND_NOT_TAKEN':
    'Files of this kind are not accepted. Choose a picture (JPEG, PNG or WebP) or a document (PDF, ODT, ODS, ODP, DOCX, XLSX or PPTX).',
  'rejection.FILE_KIND_NOT_ASKED': 'The question does not take files of this kind. Beside it stands which it takes.',
  'rejection.FILE_EMPTY': 'This file is empty. Check it on your device and choose it again.',
  'rejection.FILE_NOT_AS_NAMED':
    'The name of this file says that it is something other than what is in it. Save it again under the right kind, and choose it again.',
  'rejection.PICTURE_UNREADABLE': 'This picture is damaged or has too many pixels. Save it again, smaller, and choose it again.',
  'rejection.PICTURE_EXPECTED': 'This is a document. Choose a picture here (JPEG, PNG or WebP).',
  'rejection.ALTERNATIVE_TEXT_MISSING': 'Say in a sentence what the picture shows, for people who cannot see it.',
  'rejection.RECEIPT_NOT_FOUND': 'The log has no event for this receipt.',
  'rejection.METHOD_NOT_ALLOWED': 'This address does not support that method.',
  'rejection.ALREADY_DONE': 'This was done before; nothing was changed.',
  'rejection.CONSULTATION_NOT_OPEN': 'This is not open yet.',
  'rejection.NOT_RECORDED_YET': 'That is in the future: the log has not come so far yet. Choose an earlier moment or position.',
  'rejection.NOT_OPEN_THEN': 'This was not open yet at that time, so there were no results. Choose a later moment or position.',
  'rejection.CONSULTATION_CLOSED': 'This is closed; nothing was recorded.',
  'rejection.CONSULTATION_NOT_CLOSED': 'This consultation is still open. Close it first.',
  'rejection.CONSULTATION_BEGUN': 'This consultation has begun, so it can no longer be cancelled. Close it early instead.',
  'rejection.CONSULTATION_ANSWERED': 'This consultation has been answered, so the term for its answer no longer changes.',
  'rejection.NO_DRAFT':
    'This is no draft any more, or was never one: it was published, or came with an import. Correct it, or change it where it comes from.',
  'rejection.OUTCOME_MISSING': 'This consultation has no outcome yet. Publish the outcome first.',
  'rejection.EVIDENCE_MISSING': 'Say what shows that it is done: in a few words, with a link, or with a file.',
  'rejection.RESULTS_HIDDEN': 'These results are hidden until the vote closes, and so are earlier ones.',
  'rejection.TEXT_CHANGED':
    'The text was changed while you wrote, and the words that you mean do not stand there any more. What you wrote is kept below: ' +
    'read the paragraph as it is now, and send it again.',
  'rejection.WRONG_METHOD': 'This activity takes another kind of contribution.',
  'rejection.CATEGORY_WITHDRAWN': 'This topic or area was withdrawn. Choose another one.',
  'rejection.UNIT_CLOSED': 'This unit is closed. Choose another one.',
  'rejection.COMMENT_HIDDEN': 'This comment is no longer shown: it takes no replies and no support.',
  'rejection.QUESTION_HIDDEN': 'A moderator has hidden this question: it takes no answer and no support until it is shown again.',
  'rejection.STATEMENT_NOT_ACCEPTED': 'This statement cannot be voted on: a moderator has not accepted it.',
  'rejection.BALLOT_NOT_FOUND': 'Nobody with this pseudonym has cast anything in this consultation.',
  'rejection.BALLOT_EXCLUDED':
    'A moderator has excluded this ballot from the counts, so it cannot be changed. The reason is on the page of the ' +
    'consultation. If you disagree, contact the ministry.',
  'rejection.TOO_MANY_TEMPLATES': 'The unit has as many templates as it can have. Withdraw one that is no longer used.',
  'rejection.ADDRESS_TAKEN': 'Another page beside it has this address. Choose another one.',
  'rejection.PAGE_BELOW_ITSELF': 'A page cannot be placed below itself. Choose a page that is not below it.',
  'rejection.PAGES_BELOW': 'There are other pages below this one. Move them elsewhere first.',
  'rejection.NO_ROOM_BELOW': {
    text: 'There is no room for it: at most {most, number} pages stand right below another one, and the tree has {depth, number} levels.',
    comment: 'Of a page that an official moves in the tree of the site.',
  },
  'rejection.ALLOWANCE_USED_UP': {
    text:
      '{most, plural, one {One person may add only # of these here, and you have already added yours.} other {One person may ' +
      'add at most # of these here, and you have already added all of yours.}} Nothing was recorded now.',
    comment: 'Of statements, comments or questions that a person adds to one consultation.',
  },
  'rejection.STATEMENT_ALREADY_MODERATED': 'A moderator has already decided on this contribution.',
  'rejection.ALREADY_VOTED_ON': 'Somebody has voted on this statement, so its text can no longer be changed. You can still withdraw it.',
  'rejection.VOTED_ON_SINCE':
    'People have voted on this statement since it was accepted, so the acceptance can no longer be undone. You can reject the statement, ' +
    'with a reason.',
  'rejection.DECISION_STANDS':
    'This decision cannot be undone, because it replaced a rejection or somebody else has decided since. You can decide again, with a ' +
    'reason.',
  'rejection.ALREADY_ANSWERED': 'This question has been answered, so its text can no longer be changed. You can still withdraw it.',
  'rejection.OWN_CONTRIBUTION': 'You wrote this yourself. Support counts how many others agree with it.',
  'rejection.STILL_SHOWN': 'This is still shown. Hide it first; then the report can be upheld.',
  'rejection.STILL_HIDDEN': 'This is still hidden. Show it again first; then the appeal can be granted.',
  'rejection.TEST_OVER': 'The survey has opened, so it can no longer be tried. Answers that are given from now on count.',
  'rejection.QUESTIONS_LOCKED':
    'The survey is open or about to open, so answers to this must keep their meaning: only its wording can be corrected. To ask ' +
    'something else, close the survey and ask anew.',
  'rejection.TRANSLATION_STANDS':
    'People can answer to this text, or could, so its translation stays as they read it. Put back the translation that stands. If it ' +
    'is wrong, say so in the description, which you can still change and translate.',
  'rejection.TRANSLATION_ALIKE':
    'In this language, this reads the same as another choice beside it. Give each of them words of its own, so that people can tell ' +
    'them apart.',
  'rejection.OWN_DRAFT': 'You wrote this draft or asked for its review. Somebody else of your office has to check it.',
  'rejection.LINK_REVOKED': 'The office that sent this link has revoked it. It cannot be used any more.',
  'rejection.LINK_USED_ELSEWHERE':
    'A response was already sent by this link, from another browser or device, and it can be changed only from there. Go on in that ' +
    'browser, or open the address that it showed for going on later. If it was not you, tell the office that gave you the link.',
  'rejection.OWN_ENTRY': 'You entered this form yourself. Somebody else of your office has to check it.',
  'rejection.FORM_ENTERED': 'A form with this number was entered already. Check the number on the paper.',
  'rejection.REVIEW_MISSING':
    'In this unit a second official checks each consultation before it is published. Ask for a review of this draft first.',
  'rejection.STAYS_AS_CHECKED':
    'A second official checked this before it was published, so it stays as it is until it opens. Nothing was changed. To change it ' +
    'before, call the consultation off, copy it as a new draft and have that checked.',
  'rejection.ZONE_CHANGED':
    'The time zone of this site has been changed since the times were shown to you. Nothing was published. Go on to see them ' +
    'once more: they are the same moments, told in the new zone.',
  'rejection.REVIEW_NOT_ASKED': 'Nobody has asked for a review of this version of the draft. Load the page again to see what stands.',
  'rejection.OWN_DECISION': 'You took the decision that this appeal is against. Another moderator has to decide on it.',
  'rejection.ALREADY_SUSPENDED':
    'This account is already suspended, and an account has one suspension at a time. Nothing was changed. To change it, end the ' +
    'suspension in force and order another.',
  'rejection.SUSPENSION_OVER': 'This suspension is over, so there is nothing left to appeal against.',
  'rejection.HIDDEN_BY_MODERATOR': 'A moderator has hidden this, so its text cannot be changed. You can still withdraw it.',
  'rejection.EDIT_TIME_OVER': {
    text:
      'This can no longer be changed: that is possible for {minutes, plural, one {# minute} other {# minutes}} after sending it. You can ' +
      'still withdraw it.',
    comment: 'Of the words of a statement, comment or question.',
  },
  'rejection.WITHDRAWN': 'The author has withdrawn this.',
  'rejection.OWN_ADMINISTRATOR_ROLE':
    'You cannot remove the role of administrator from yourself, nor erase your account while you have it. Ask another ' +
    'administrator to do it.',
  'rejection.CONFLICT': 'Somebody changed this at the same moment. Look at it again and repeat your change.',
  'rejection.VERSION_CHANGED': 'This has been changed since you opened it. Nothing of yours was saved yet.',
  'rejection.CONFIRMATION_INVALID': 'This link no longer works: it has been used, a newer one was sent, or it has expired.',
  'rejection.ACCOUNT_ERASED': 'This account was erased. It can no longer be used or changed.',
  'rejection.EXPORT_EXPIRED': 'The file of this export is no longer available. Make another export.',
  'rejection.SERVICE_WITHDRAWN':
    'The ministry has taken this service out of the directory. The reason is in the list of what officials did.',
  'rejection.PAGE_WITHDRAWN': 'The ministry has withdrawn this page. The reason is in the list of what officials did.',
  'rejection.PAGE_NOT_PUBLISHED':
    'The public cannot read this page, so it is not archived. Publish it first, or leave it as it is.',
  'rejection.NOTE_MISSING':
    'People have read this page. Tell them what you correct and why, or say that it is a small change that needs no note.',
  'rejection.BODY_TOO_LARGE': 'What you sent is too large.',
  'rejection.UNSUPPORTED_MEDIA_TYPE': 'Send this as JSON (application/json).',
  'rejection.MISDIRECTED_REQUEST': 'This address is not one of this site.',
  'rejection.SINGLE_CHOICE_ONLY': 'Choose one option only.',
  'rejection.TITLE_STAYS':
    'The consultation has begun, so its title keeps its letters and digits. Capitals, spaces and punctuation can be changed.',
  'rejection.DATES_IN_WRONG_ORDER':
    'Each closing date must be in the future and after its opening date, and no phase may begin before the one before it ' + 'has ended.',
  'rejection.COLOUR_HARD_TO_READ': {
    text:
      'White words on this colour would be hard to read: the contrast is {ratio, number} to 1 and must be at least {least, number} to 1. ' +
      'The nearest colour that has it is {nearest}.',
    comment: '{nearest} is the code of a colour, such as #0b5c6b.',
  },
  'rejection.IDEMPOTENCY_KEY_REUSED':
    'This key was used before, for something else that was accepted. Nothing was changed now. Send this under a new key.',
  'rejection.RECEIPT_INVALID': 'This is not a genuine receipt of this platform, or it was altered.',
  'rejection.TOO_MANY_REQUESTS': {
    text: 'Too many attempts. Try again in {minutes, plural, one {a minute} other {# minutes}}.',
    comment: 'Of requests, or of passwords and codes that were not right.',
  },
  'rejection.INTERNAL': {
    text: 'Something went wrong on our side. Nothing you sent was lost. Try again, and quote {id} if you report it.',
    comment: '{id} is the number under which the operator finds the cause.',
  },
  'rejection.UNTRUSTED_SENDER': 'The parts of this platform do not trust each other. Please tell the people who run it.',
  'rejection.UNAVAILABLE': 'This part of the platform cannot answer just now. Try again in a moment.',
} satisfies Record<`rejection.${RejectionCode}`, Message>);

/** What is wrong with a field, for each constraint that the commands use. */
export const constraintTexts = texts({
  'constraint.isMissing': 'it is missing',
  'constraint.isNull': 'it may be left out, but it may not be null',
  'constraint.isEmail': {
    text: 'it must be an e-mail address',
    comment: 'Stands in: "email" is not valid: ... Correct it and send it again.',
  },
  'constraint.isUuid': 'it must be a UUID',
  'constraint.isUnit': 'it must name a unit, such as root or root.1f0c22aa',
  'constraint.isIn': 'it must be one of the allowed values',
  'constraint.isIn.values': {
    text: 'it must be one of these: {values}',
    comment: '{values} are words of the API, such as: poll, survey, ranked-vote.',
  },
  'constraint.isString': 'it must be text',
  'constraint.isPlainText': 'it must be text, not blank, and without unreadable characters',
  'constraint.isOneLine': 'it must be one line, without line breaks, tabs or marks that turn text round',
  'constraint.isArray': 'it must be a list',
  'constraint.isBoolean': 'it must be true or false',
  'constraint.isPlaceInLog': 'it must be a log position, or a day and a time with its zone in whole seconds, such as 2026-10-01T12:00:00Z',
  'constraint.isMoment': 'it must be a day and a time with its zone, such as 2026-10-01T12:00:00Z or 2026-10-01T14:00:00+02:00',
  'constraint.maxLength': 'it may have at most {limit, plural, one {# character} other {# characters}}',
  'constraint.minLength': 'it must have at least {limit, plural, one {# character} other {# characters}}',
  'constraint.arrayMinSize': 'it must have at least {limit, plural, one {# entry} other {# entries}}',
  'constraint.arrayMaxSize': 'it may have at most {limit, plural, one {# entry} other {# entries}}',
  'constraint.arrayUnique': 'it is in the list already; each entry may be there once',
  'constraint.isOnce': 'it is there twice, and only one of the two can be meant; leave the other one out',
  'constraint.isAlike': 'another entry of the list has the same words; say what tells them apart, or leave one of them out',
  'constraint.isInt': 'it must be a whole number',
  'constraint.min': 'it must be at least {limit, number}',
  'constraint.max': 'it may be at most {limit, number}',
  'constraint.isOpaqueString': 'it may not hold tabs, line breaks or characters that nobody sees',
  'constraint.isUncommon':
    'it would be easy to guess, because it is among the passwords that are tried first, or is an address or name that ' +
    'others know; use several words that have nothing to do with each other',
  'constraint.isNear': 'it may be at most {limit, plural, one {# year} other {# years}} ahead',
  'constraint.isLater': 'it must be in the future',
  'constraint.isPast': 'it may not be in the future',
  'constraint.paragraphIsTooLong': {
    text:
      'paragraph {number, number} is too long (“{words}…”): it has {length, number} characters, and {limit, number} are the most. ' +
      'Divide it with an empty line',
    comment: 'Of the text of a draft law: {words} are the first words of the paragraph.',
  },
  'constraint.headingIsTooLong': {
    text:
      'a heading is too long (“{words}…”): it has {length, number} characters, and {limit, number} are the most. Make it shorter, or a ' +
      'paragraph',
    comment: 'Of the text of a draft law: {words} are the first words of the heading.',
  },
  'constraint.hasTooManyParagraphs': {
    text:
      'it has {paragraphs, number} paragraphs and {headings, number} headings; together, {limit, number} are the most. Make several ' +
      'activities of it, or join points of its lists',
    comment: 'Of the text of a draft law.',
  },
  'constraint.turnsRound': {
    text:
      'the heading or paragraph that begins with “{words}…” has a control character, or a mark of direction that turns its words round ' +
      'or is not closed; write it anew without',
    comment: 'Of the text of a draft law: nobody sees such a character, but for what it does. {words} are the first words.',
  },
  'constraint.changesNothing': {
    text: 'these are the words that stand there already. Propose other ones, or comment on them instead',
    comment: 'Of other words that somebody proposes for a paragraph of a draft law.',
  },
  'constraint.hasNoPicture': 'it may have no picture in its text; write a link to the picture instead',
  'constraint.isNumber': 'it must be a number',
  'constraint.isDay': 'it must be a day such as 2026-10-01',
  'constraint.earliest': 'it may not be before {limit}',
  'constraint.latest': 'it may not be after {limit}',
  'constraint.isLength': 'it must have {limit, number} entries, or none',
  'constraint.matches': {
    text: 'it must have the form that the documentation gives for it',
    comment: 'About an id, for example, that may have small letters, digits and hyphens only.',
  },
  'constraint.notOfKind': 'it does not go with this kind of question',
  'constraint.isOneForm': 'it must say one thing, such as which options an earlier answer has to be one of',
  'constraint.isKnownQuestion': 'it names a question that is not there',
  'constraint.isEarlier': 'it names a question that is only asked later',
  'constraint.canHold': 'it can never hold, so that nobody would be asked this question',
  'constraint.isDeep': 'conditions may stand at most {limit, number} deep within each other',
  'constraint.doesNotFit': 'it does not go with what else is said; leave it out',
  'constraint.isOfProposal': {
    text: 'a reason goes with words that are proposed in place of others; where none are, say it in the text, and leave the reason out',
    comment: 'About what somebody writes to a draft law.',
  },
  'constraint.isNotInText': {
    text: 'the text has no such thing; read it again, and say it as it stands there',
    comment: 'Of a paragraph or words of a draft law, or a version of it.',
  },
  'constraint.isAmbiguous': {
    text: 'the words stand there more than once; say where those begin that are meant, or more of the words around them',
    comment: 'Of words of a draft law.',
  },
  'constraint.isUnchanged': 'it is what stands already; change something',
  'constraint.isOnUnchanged': {
    text: 'it names an annotation on a paragraph that stays as it is; change the paragraph, or leave the annotation out',
    comment: 'Of a new version of a draft law, which says which comments its changes follow.',
  },
  'constraint.unitDepth': 'it may be at most {limit, plural, one {# level} other {# levels}} deep',
  'constraint.isKept': 'it names a file that is not there; send the file first',
  'constraint.locked': 'it can be changed no longer',
  'constraint.hasNoWay': {
    text: 'say one way at least in which people reach the service',
    comment: 'Of an entry in a directory of services: a form online, a phone, an address for mail or post, or an office.',
  },
  'constraint.isTurnedRound': {
    text: 'it must close after it opens, and not be open twice at once',
    comment: 'Of the opening hours of an office.',
  },
  'constraint.other': 'it is missing or of the wrong kind',
});

/** Who suspends, in a sentence. */
export const suspendingRoleTexts = texts({
  'suspension.by.moderator': { text: 'a moderator', comment: 'Who suspended an account: “Suspended by: …”, and in a sentence.' },
  'suspension.by.administrator': { text: 'an administrator', comment: 'Who suspended an account: “Suspended by: …”, and in a sentence.' },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof rejectionTexts>, KeysOf<typeof constraintTexts>, KeysOf<typeof suspendingRoleTexts> {}
}
