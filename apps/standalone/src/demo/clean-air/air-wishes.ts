import { unless, type ApiClient } from '@isegoria/api-client';
import { answerStatements, decideOnText, listDeskTexts } from '@isegoria/contracts';

/** What people wrote in the survey: the first person the first. */
export const airWishes = [
  'A bus in the evening as well, so that I can leave the car at home after a late shift.',
  'Measure the air at schools first, and tell parents the figures.',
  'Cheaper monthly tickets for families. Four of us by bus cost more than the car.',
  'Help with the cost of a new stove, mine is thirty years old.',
  'More trains to the coast on Sundays. They are so full that people drive.',
  'Speed limits at night on the ring road.',
  'One ticket for the bus and the train. Today I pay twice on the same way.',
  'Plant trees along the main streets.',
  'A bus stop in our village. There has been none for eleven years.',
  'Ships in the harbour should switch off their engines.',
  'Safe bicycle lanes over the bridges.',
  'Tell us on which days not to burn wood.',
] as const;

/** What some of them have in common, and what the ministry answers to all of these. */
export const airTheme = {
  /** Which of them are meant. */
  of: [0, 2, 4, 6, 8],
  themeTitle: 'Buses and trains that make the car needless',
  themeSummary: 'More of them, later in the evening and on Sundays, at a price that families can pay.',
  stance: 'partly',
  text:
    'From next year **one ticket** is good for buses and trains, and children ride free with their parents. Evening buses come to the ' +
    'forty towns where most people work in shifts. A stop in every village is more than this act can pay for; the counties decide on it.',
} as const;

export const airThemeInOtherLanguages = {
  fr: {
    [airTheme.themeTitle]: 'Des bus et des trains qui rendent la voiture inutile',
    [airTheme.themeSummary]: 'Plus nombreux, plus tard le soir et le dimanche, à un prix que les familles peuvent payer.',
    [airTheme.text]:
      'Dès l’an prochain, **un seul billet** vaudra pour les bus et les trains, et les enfants voyageront gratuitement avec leurs ' +
      'parents. Des bus du soir desserviront les quarante villes où l’on travaille le plus en équipes. Un arrêt dans chaque village ' +
      'dépasse les moyens de cette loi ; les départements en décident.',
  },
  ar: {
    [airTheme.themeTitle]: 'حافلات وقطارات تُغني عن السيارة',
    [airTheme.themeSummary]: 'أكثر عددًا، وفي ساعات المساء وأيام الأحد، وبسعر تقدر عليه الأسر.',
    [airTheme.text]:
      'ابتداءً من العام المقبل تصلح **تذكرة واحدة** للحافلات والقطارات، ويركب الأطفال مجانًا مع والديهم. وتصل حافلات المساء إلى المدن ' +
      'الأربعين التي يكثر فيها العمل بالمناوبات. أما موقف في كل قرية ففوق ما يتحمله هذا القانون، والقرار فيه للمقاطعات.',
  },
} as const;

/** Once the survey is closed, all of it is listed, and some of it is answered under a theme. */
export async function answerWishes(office: ApiClient, activityId: string): Promise<void> {
  const { items } = await office.ask(listDeskTexts, { activityId, question: 'wish' });
  const waiting = items.filter(({ decision }) => decision === 'waiting');
  await Promise.all(
    waiting.map(({ text }) =>
      office.do(decideOnText, { activityId, text, decision: 'listed', stood: 'waiting' }).catch(unless('ALREADY_DONE')),
    ),
  );
  const { of, ...said } = airTheme;
  const meant = new Set<string | null>(of.map((index) => airWishes[index]!));
  const texts = items.flatMap(({ text, words }) => (meant.has(words) ? [text] : []));
  const key = { idempotencyKey: `demo air theme ${activityId}`, version: 0 };
  if (texts.length > 0) await office.do(answerStatements, { activityId, texts, ...said }, key);
}
