import { texts, type KeysOf } from '@isegoria/texts';

export const revisionTexts = texts({
  'revision.title': 'A further version of the text',
  'revision.what':
    'Change the text in the open. Before it is published, you see what changes and what becomes of everything that people wrote. Earlier ' +
    'versions stay readable.',
  'revision.write': 'Write a further version',
  'revision.document.wrong':
    'Change something in the text. It needs at least one paragraph, and no more than 500 headings and paragraphs, none longer than 4,000 ' +
    'characters.',
  'revision.reason': 'Why is the text changed?',
  'revision.reason.hint': 'Everybody can read this.',
  'revision.reason.wrong': 'Say why the text is changed.',
  'revision.preview': 'Show what changes',
  'revision.publish': 'Publish this version',
  'revision.outlook': 'What changes',
  'revision.follows': 'Which annotations does this change follow?',
  'revision.follows.hint': 'Everybody sees it beside the change, and those who wrote them see it with their own.',
  'revision.follows.wrong': 'Choose annotations on paragraphs that are changed or left out, 200 at most.',
  'revision.annotations': 'What becomes of the annotations',
  'revision.kept': {
    text:
      '{kept, plural, one {# annotation keeps its place.} other {# annotations keep their place.}} {lost, plural, =0 {None loses it.} ' +
      'one {# loses it, because its words stand no longer; it is kept and listed as such:} ' +
      'other {# lose it, because their words stand no longer; they are kept and listed as such:}}',
    comment: 'Before a new version of a draft law is published: what becomes of comments on its words.',
  },
  'versions.version': { text: 'Version {version, number}', comment: 'Of a draft law.' },
  'versions.ofDate': {
    text: 'Version {version, number} of {date}',
    comment: 'Which version of a draft law this is, and when it was published.',
  },
  'versions.whatChanged': 'What changed, and why',
  'versions.changes': { text: 'What changed since version {version, number}', comment: 'A heading: of a draft law.' },
  'versions.sum': {
    text:
      '{changed, plural, one {# changed} other {# changed}}, {added, plural, one {# added} other {# added}}, ' +
      '{removed, plural, one {# left out} other {# left out}}, {moved, plural, one {# moved} other {# moved}}',
    comment: 'How many headings and paragraphs of a draft law.',
  },
  'versions.unchanged': 'Nothing changed.',
  'versions.heading': { text: 'Heading', comment: 'Of a part of a draft law.' },
  'versions.changed': { text: 'Changed', comment: 'A paragraph of a draft law.' },
  'versions.added': { text: 'Added', comment: 'A paragraph of a draft law.' },
  'versions.removed': { text: 'Left out', comment: 'A paragraph of a draft law.' },
  'versions.moved': { text: 'Moved', comment: 'A paragraph of a draft law stands in another place.' },
  'versions.before': { text: 'Before', comment: 'Above the earlier words of a paragraph, beside those that stand now.' },
  'versions.after': { text: 'Now', comment: 'See "Before".' },
  'versions.because': { text: 'This follows what people wrote:', comment: 'A change of a draft law was made because of these comments.' },
  'versions.inPlace': 'Read it in its place',
  'versions.earlier': 'This is an earlier version. A newer one has replaced it.',
  'versions.toNewest': 'Read the newest version',
  'versions.all': 'All versions',
  'versions.compare': { text: 'Compare', comment: 'A link: shows what changed from that version of a draft law to this one.' },
  'versions.whole': 'The whole text of this version',
  'versions.lost': {
    text: '{count, plural, one {# annotation lost its place} other {# annotations lost their place}}',
    comment: 'A link. The words that people commented on are not in the newest version of a draft law.',
  },
  'versions.taken': {
    text:
      '{count, plural, one {This version takes up # annotation.} other {This version takes up # annotations.}} One whose words it ' +
      'changed is also among those that lost their place.',
    comment: 'Before the number of comments on a draft law whose words are not in its newest version.',
  },
  'versions.lostTitle': 'Annotations that lost their place',
  'versions.lostLead':
    'The words that they are about are not in the newest version of the text. They stay where they were written, with their support and ' +
    'their answers. Where a version took one up, and changed the words because of it, that is said beside it.',
  'versions.noneLost': 'No annotation has lost its place.',
  'versions.lostIn': {
    text: 'Its words stand no longer since version {version, number}',
    comment: 'Beside a comment on words of a draft law.',
  },
  'versions.followedIn': {
    text: 'Version {version, number} follows this',
    comment: 'Beside a comment on a draft law, because of which the law was changed.',
  },
  'versions.ownFollowed': {
    text: 'Because of what you wrote, the text was changed in version {version, number}.',
    comment: 'To somebody who commented on a draft law.',
  },
  'versions.ownLost': {
    text: 'The words that you wrote about stand no longer since version {version, number}. What you wrote is kept, with its support.',
    comment: 'To somebody who commented on a draft law.',
  },
  'versions.gone': {
    text: 'This paragraph stands no longer since version {version, number}. What people wrote to it stays here.',
    comment: 'Above a paragraph of a draft law that was left out.',
  },
  'official.document-revised': 'Published a further version of a text',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof revisionTexts> {}
}
