import { texts, type KeysOf } from '@isegoria/texts';

export const formErrorsTexts = texts({
  'field.name.wrong': 'Enter a name of at most {max, number} characters.',
  'field.email.wrong': 'Enter an e-mail address like name@example.org.',
  'field.password.notRight': 'The password is not right.',
  'field.password.wrong':
    'Choose a password of {min, number} to {max, number} characters that is hard to guess: none of the most common ones, ' +
    'and neither your name or address nor the name of this site. Several words that have nothing to do with each other are ' +
    'a good choice.',
  'field.code.wrong': 'Enter the six digits that your app shows, or a recovery code.',
  'field.kind.wrong': 'Choose a kind.',
  'field.title.wrong': 'Enter a title of at most {max, number} characters.',
  'field.body.wrong': 'Enter a text of at most {max, number} characters.',
  'field.text.wrong': 'Write something before sending.',
  'field.alike': 'This reads the same as another entry of the list. Say what tells them apart, or leave one of them out.',
  'field.oneLine': 'Write this in one line, without line breaks, tabs or marks that turn text round.',
  'field.hasPicture': {
    text:
      'A picture cannot be shown within this text. Add it in the field for the picture, if this form has one, or write a link to it, ' +
      'without the exclamation mark: [a map](https://example.org/map.png).',
    comment: 'The exclamation mark of Markdown, as in ![a map](https://example.org/map.png). Keep brackets and address as they are.',
  },
  'field.missing': 'Fill in this field.',
  'field.correct': {
    text: 'Correct this: {detail}.',
    comment: '{detail} is one of the phrases "it must be ..." that also stand in messages of the API.',
  },
  'field.tooLong': {
    text:
      'Shorten this to at most {limit, plural, one {# character} other {# characters}}; it has ' +
      '{typed, plural, one {# now} other {# now}}.',
    comment: '{typed} is the number of characters that somebody typed.',
  },
  'field.tooLong.entry': 'Shorten it to at most {limit, plural, one {# character} other {# characters}}.',
  'field.entry': {
    text: 'Line {number, number} (“{words}”): {message}',
    comment: 'Of a field with a line for each entry of a list. {words} is how that line begins, {message} a sentence on how to mend it.',
  },
  'field.youSaid.wrong': 'Say what people said, in at most {max, number} characters.',
  'field.weDid.wrong': 'Say what was done, or why not, in at most {max, number} characters.',
  'field.reason.wrong': 'Give a reason of at most {max, number} characters.',
  'field.unit.wrong': 'Choose a unit.',
  'field.opensAt.wrong': 'Enter the day and time at which it opens.',
  'field.closesAt.wrong': 'Enter the day and time at which it closes.',
  'field.future': 'Enter a day that is not in the future.',
  'field.tooFar': 'Enter a date at most {limit, plural, one {# year} other {# years}} ahead.',
  'field.receipt.wrong': 'Paste a receipt first.',
  'form.errorTitle': {
    text: 'Error: {title}',
    comment: 'The title of a page whose form has to be corrected.',
  },
  'form.notPublished': {
    text:
      'Nothing was changed: all of it stood so already. So your note or reason was not published; it is kept here. Change something and ' +
      'send it again, or leave this page.',
    comment: 'Above a form of an office that was sent with a note for the public, or with a reason, and without any other change.',
  },
  'form.overtaken': {
    text: 'You have sent something else since this page was shown. What you see now is what is recorded. To change it, send it ' + 'again.',
    comment: 'Shown instead of thanks, after somebody went back to an old page and sent its form again.',
  },
  'field.count.over': {
    text: 'Too long: [typed] of [most] characters',
    comment: 'Said while somebody types. Keep [typed] and [most] as they are: the browser puts numbers there.',
  },
  'forms.kept': 'What you typed or chose here before has been restored. It has not been sent yet.',
  'forms.offline': 'You are offline. What you typed is kept; send it again when you are back online.',
  'forms.discard': 'Discard it',
  'form.changedAt': {
    text: 'The change was saved on {at}.',
    comment: 'After "This has been changed since you opened it." {at} is a day and time with its zone.',
  },
  'form.changedBy': {
    text: 'The official with the number {official} saved the change on {at}.',
    comment: '{official} is a number of eight digits and letters, under which the site shows what an official did; {at} a day and time.',
  },
  'form.unfit':
    'Part of this form did not arrive or no longer matches this page, and nothing was saved. What you typed is kept here: check it, and ' +
    'send it again.',
  'error.generic': 'This could not be done. Please try again.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof formErrorsTexts> {}
}
