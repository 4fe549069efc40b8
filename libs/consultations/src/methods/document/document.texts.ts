import { texts, type KeysOf } from '@isegoria/texts';

export const documentTexts = texts({
  'method.document': {
    text: 'Draft text',
    comment: 'The name of a way of taking part: people comment on a draft law or policy paper, paragraph by paragraph.',
  },
  'methodMeaning.document': 'Draft law or policy paper: people comment on paragraphs, propose other words, and support what others wrote',
  'how.document': 'Read the text, comment on its paragraphs or on single words, and propose other ones',
  'field.document': 'Text',
  'field.document.hint':
    'In Markdown: a heading begins with #, an empty line begins a new paragraph. Each point of a list is a paragraph of its own. ' +
    'Paragraphs are numbered by themselves, and so are headings unless most of them say a number. At most 500 headings and paragraphs.',
  'field.document.wrong':
    'Write at least one paragraph, and no more than 500 headings and paragraphs, none longer than 4,000 characters. Divide what is ' +
    'longer.',
  'field.words': 'Which words do you mean?',
  'field.words.hint': 'Select them in the paragraph, or copy them from it. Leave this empty if you mean all of it.',
  'field.words.wrong': 'These words do not stand in the paragraph. Copy them from it, or leave the field empty.',
  'field.which': { text: 'Which of them do you mean?', comment: 'Above the places in a paragraph where the same words stand.' },
  'field.which.more': {
    text: 'These are the first {shown, number} of {count, number} places. If you mean another, write more of the words around it above.',
    comment: 'Of the places in a paragraph where the same words stand.',
  },
  'field.which.nth': {
    text: 'Place {at, number} of {count, number}:',
    comment: 'Before words of a paragraph, with what stands around them, to be chosen from several places where the same words stand.',
  },
  'field.which.once':
    'The paragraph was changed while you wrote. These words stand in it once now: look at it, and send this again if you still mean them.',
  'field.which.wrong': 'These words stand in the paragraph more than once. Choose which you mean, or write more of the words around them.',
  'paper.annotations': 'What people wrote',
  'paper.contents': 'Contents',
  'paper.parts': { text: 'Parts of the text', comment: 'Names links that lead through a long draft law, page by page.' },
  'paper.partsBelow': { text: 'Parts of the text, below it', comment: 'The same links once more, below the page of the draft law.' },
  'paper.partOf': 'Part {part, number} of {parts, number}',
  'paper.partHas': {
    text: 'Paragraphs {first, number} to {last, number}',
    comment: 'What stands in this part of a long draft law.',
  },
  'paper.partBefore': 'Part before',
  'paper.partAfter': 'Next part',
  'paper.onOnePage': {
    text: 'Everything on one page',
    comment: 'A link beside a part of a long draft law: to search in it, or to print it.',
  },
  'paper.inParts': { text: 'Read it in parts', comment: 'A link above a long draft law that is shown on one page.' },
  'paper.elsewhere': { text: 'Paragraphs in the other parts', comment: 'Above a list of numbers, each leading to a paragraph.' },
  'paper.coverage': {
    text: '{paragraphs, plural, one {# paragraph} other {# paragraphs}}, {annotations, plural, one {# annotation} other {# annotations}}',
    comment: 'Above a draft law: how long it is, and how much people wrote to it. An annotation is a comment or a proposal.',
  },
  'paper.annotate': {
    text: 'Comment',
    comment: 'A link beside a paragraph of a draft law; the form to comment on it opens under it.',
  },
  'paper.writeAbout': { text: 'Write about paragraph {number, number}', comment: 'Heading of a form under a paragraph of a draft law.' },
  'paper.toParagraph': { text: 'What others wrote about this paragraph', comment: 'A link.' },
  'paper.closeForm': { text: 'Close this form', comment: 'A link to the same page without the form.' },
  'paper.count': '{count, plural, one {# annotation} other {# annotations}}',
  'paper.answered': {
    text: 'Official answer: {stance}',
    comment: 'A link beside a paragraph of a draft law that the office answered as a whole. {stance} is such as: Accepted in part.',
  },
  'paper.preview': 'Show how it will be read',
  'paper.previewTitle': 'How it will be read',
  'paper.paragraph': {
    text: 'Paragraph {number, number}',
    comment: 'A heading: one paragraph of a draft law, by its number.',
  },
  'paper.before': 'Paragraph before',
  'paper.after': 'Next paragraph',
  'paper.whole': 'The whole text',
  'paper.none': 'Nobody has written anything to this paragraph yet.',
  'paper.proposes': {
    text: 'Proposes other words',
    comment: 'Beside the name of the person who wrote it.',
  },
  'paper.proposesNone': {
    text: 'Proposes to leave words out',
    comment: 'Beside the name of the person who wrote it: words of a draft law should go, with nothing in their place.',
  },
  'paper.nothing': {
    text: 'Nothing: the words are left out',
    comment: 'Below "Proposed", beside the words of a draft law that somebody proposes to leave out.',
  },
  'paper.stands': {
    text: 'As it stands',
    comment: 'Above words of a draft law, beside those that somebody proposes instead.',
  },
  'paper.proposed': {
    text: 'Proposed',
    comment: 'See "As it stands".',
  },
  'paper.stood': {
    text: 'As it stood in version {version, number}',
    comment: 'Above words of an earlier version of a draft law, beside those that somebody proposes instead.',
  },
  'paper.why': { text: 'Why:', comment: 'Before the reason that somebody gives for other words of a draft law.' },
  'paper.reason': 'Why should the text be changed so?',
  'paper.reason.hint': 'Only if you propose other words, or to leave words out. Everybody reads it below the proposal.',
  'paper.reason.wrong': 'A reason belongs to a proposal. Choose above what you propose, or leave this empty.',
  'paper.reason.missing': 'Say why these words should be left out.',
  'paper.wordsForNone':
    'Nothing stands in the place of words that are left out. Leave this empty and say below why they should go, or choose “Propose other ' +
    'words in place of those”.',
  'paper.reasonAlone':
    'A reason says why other words should stand there, and you propose none. Comment here instead, or say which words to change and ' +
    'write the new ones here.',
  'paper.original': {
    text: 'In the original, of which annotations quote words:',
    comment: 'Between the translation of a paragraph of a draft law and the paragraph itself.',
  },
  'paper.about': {
    text: 'On the words “{words}”',
    comment: 'Above a comment: the words of a draft law that it is about.',
  },
  'paper.yours': 'Write to this paragraph',
  'paper.kind': 'What do you want to do?',
  'paper.kind.comment': 'Comment',
  'paper.kind.replaces': 'Propose other words in place of those',
  'paper.kind.leavesOut': {
    text: 'Propose to leave those words out',
    comment: 'One of the things to do with words of a draft law, or with a whole paragraph. "Those" are the words named above.',
  },
  'paper.text': 'Your comment, or the words that you propose',
  'paper.textHintBefore': 'Everybody can read it once a moderator has accepted it.',
  'paper.textHintAfter': 'Everybody can read it straight away. A moderator may reject it later, and will say why.',
  'paper.send': 'Send',
  'paper.allowance': {
    text: 'You can write up to {most, plural, one {# annotation} other {# annotations}} here; you have {left, number} left.',
    comment: 'Before the form. {left} is how many of {most} comments and proposals the person may still add.',
  },
  'paper.usedUp': 'You have reached the limit for what one person may write here: {most, number}.',
  'thanks.annotation': 'Thank you. What you wrote is recorded.',
  'next.annotation.before': 'A moderator checks it before it is shown. Once it is accepted, everybody can read and support it.',
  'next.annotation.after': 'It is shown straight away, and everybody can support it. A moderator may reject it later, and will say why.',
  'paper.support': 'Support',
  'paper.supportOf': 'Support what {name} wrote',
  'paper.supported': {
    text: 'You support this',
    comment: 'A pressed button: pressing it again takes the support back.',
  },
  'paper.supportedOf': 'You support what {name} wrote',
  'paper.supporters': '{count, plural, =0 {Nobody supports it yet} one {# person supports it} other {# people support it}}',
  'paper.figure': {
    text: 'Support',
    comment: 'What is counted, in a file of figures: how many people support a comment on a draft law.',
  },
  'paper.most': {
    text: 'This file has those {shown, number} with the most support, of {all, number} in all, the rejected and withdrawn ones included.',
    comment: 'In a file of figures, about comments on a draft law where there are more than it lists.',
  },
  'paper.change': 'Change or withdraw',
  'paper.mostSupported': 'What most people support',
  'paper.finding': {
    text: 'Supported most: “{words}” – {count, plural, one {# person} other {# people}}.',
    comment: 'The finding of a discussion of a draft law.',
  },
  'paper.finding.goes': {
    text: 'Supported most: to leave out “{words}”, because “{reason}” – {count, plural, one {# person} other {# people}}.',
    comment: 'The finding of a discussion of a draft law: {words} are of the law, and {reason} is what somebody wrote.',
  },
  'paper.finding.paragraphGoes': {
    text: 'Supported most: to leave out a whole paragraph, because “{reason}” – {count, plural, one {# person} other {# people}}.',
    comment: 'The finding of a discussion of a draft law: {reason} is what somebody wrote.',
  },
  'paper.aboutWhat': {
    text: 'What it is about',
    comment: 'Head of a column, beside what people wrote to a draft law: the words of the law, and whether others are proposed.',
  },
  'paper.goes.words': {
    text: 'Leave out “{stands}”: {text}',
    comment: 'One of several things to choose from, or a line of a file: {stands} are words of a law, and {text} is why they should go.',
  },
  'paper.goes.paragraph': {
    text: 'Leave out the whole paragraph: {text}',
    comment: 'One of several things to choose from, or a line of a file: {text} is why the paragraph of a law should go.',
  },
  'paper.inPlaceOf': {
    text: 'In place of “{stands}”: {text}',
    comment: 'One of several things to choose from, or a line of a file: {stands} are words of a law, {text} those that somebody proposes.',
  },
  'paper.findingNone': 'Nobody has supported anything yet that was written to this text.',
  'paper.findingNone.closed': 'Nobody supported anything that was written to this text.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof documentTexts> {}
}
