import { texts, type KeysOf } from '@isegoria/texts';

export const barsTexts = texts({
  'chart.optionBar': '{verified, number} verified and {unverified, number} unverified votes',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof barsTexts> {}
}
