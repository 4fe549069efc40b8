import { texts, type KeysOf } from '@isegoria/texts';

export const chartsTexts = texts({
  'results.participation': 'People taking part',
  'map.title': 'The opinion map',
  'map.people': '{count, plural, one {# person} other {# people}}',
  'chart.voteBar': '{agrees, number} agree, {disagrees, number} disagree, {passes, number} pass',
  'chart.optionBar': '{verified, number} verified and {unverified, number} unverified votes',
  'chart.participation':
    'From {from} to {to}, {people, plural, one {# person} other {# people}} took part, {verified, number} of them verified.',
  'chart.map':
    '{people, plural, one {# person} other {# people}} in {groups, plural, one {# group} other {# groups}}. The groups and their ' +
    'statements are listed below.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof chartsTexts> {}
}
