import { texts, type KeysOf } from '@isegoria/texts';

export const rulesTexts = texts({
  'rules.lead':
    'You may disagree with everything and everybody here, including the ministry. What breaks one of these rules is ' +
    'hidden: the reason names the rule, and the place of the contribution stays visible.',
  'rules.appeal':
    'If something of yours was hidden or rejected, you can appeal on “My page”. Another moderator decides.',
  'rules.link': { text: 'The rule', comment: 'A link to the paragraph of a rule that a reason names.' },
  'rule.law': 'It is against the law.',
  'rule.respect': 'It insults, threatens or degrades somebody.',
  'rule.privacy': 'It reveals private information about somebody.',
  'rule.honesty': 'It pretends to come from somebody else, or misleads on purpose.',
  'rule.advertising': 'It is advertising.',
  'rule.topic': 'It has nothing to do with the question.',
  'rule.repetition': 'It repeats what was already said, again and again.',
  'ruleTitle.law': 'Within the law',
  'ruleTitle.respect': 'Respect for people',
  'ruleTitle.privacy': 'Privacy of others',
  'ruleTitle.honesty': 'Honesty',
  'ruleTitle.advertising': 'No advertising',
  'ruleTitle.topic': 'Stay on topic',
  'ruleTitle.repetition': 'Say it once',
  'ruleText.law':
    'Nothing that the law forbids: incitement to violence or hatred, defamation, or anything that infringes the rights of ' + 'others.',
  'ruleText.respect':
    'Criticise what people do and say as sharply as you like. Do not insult, threaten or degrade them, whoever they are and wherever ' +
    'they come from.',
  'ruleText.privacy': 'No names, addresses, telephone numbers, pictures or stories of private individuals without their consent.',
  'ruleText.honesty': 'Do not write in the name of somebody else, and do not spread what you know to be untrue.',
  'ruleText.advertising': 'No advertising for goods, services or events that have nothing to do with the subject.',
  'ruleText.topic': 'Write about the question that is asked here. For anything else, ask the ministry a question.',
  'ruleText.repetition': 'Say a thing once, where it belongs. If the same text is sent again and again, only the first one stays visible.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof rulesTexts> {}
}
