import type { ApiClient } from '@isegoria/api-client';
import type { SaidWords } from '../methods/deliberation/said-words/said-words.page';
import { saidWords } from '../methods/deliberation/said-words/said-words.portal';
import { wordsOfParagraphs } from '../methods/document/paragraph/last-with.page';
import { listListedTexts } from '../methods/survey/written/written-text.contract';
import type { OfficialAnswerView } from './official-answer.contract';
import type { WordsAnswered } from './pages/official-answers.page';

/** The words of what is answered, from the lists that everybody may read. */
export async function wordsAnswered(
  api: ApiClient,
  answered: readonly Pick<OfficialAnswerView, 'activityId' | 'about' | 'aboutId' | 'named' | 'textVersion'>[],
): Promise<WordsAnswered> {
  const statements = answered.filter(({ about }) => about === 'statement');
  const activities = [...new Set(statements.map(({ activityId }) => activityId))];
  const found = activities.map((activityId) => {
    const only = statements.filter((one) => one.activityId === activityId).map(({ aboutId }) => aboutId);
    return saidWords(api, activityId, only);
  });
  const texts = answered.filter(({ about }) => about === 'text');
  const surveys = [...new Set(texts.map(({ activityId }) => activityId))];
  const written = surveys.map((activityId) => writtenWords(api, texts.filter((one) => one.activityId === activityId)));
  const paragraphs = await wordsOfParagraphs(api, answered.filter(({ about }) => about === 'paragraph'));
  const asSaid = [...paragraphs].map(([id, text]): [string, SaidWords] => [id, { text, status: 'accepted' }]);
  return new Map([...(await Promise.all([...found, ...written])).flatMap((words) => [...words]), ...asSaid]);
}

/** Of texts of one survey, by the ids of their answers. */
async function writtenWords(
  api: ApiClient,
  texts: readonly Pick<OfficialAnswerView, 'activityId' | 'aboutId' | 'named'>[],
): Promise<WordsAnswered> {
  const only = texts.map(({ named }) => named).join(',');
  const { items } = await api.ask(listListedTexts, { activityId: texts[0]!.activityId, only });
  const words = new Map(items.map((one) => [one.text, one.words]));
  const saidOf = (name: string): SaidWords => {
    const isShown = words.has(name);
    return { text: words.get(name) ?? null, status: 'accepted', ...(!isShown && { instead: 'officialAnswers.notShown' }) };
  };
  return new Map(texts.map(({ aboutId, named }) => [aboutId, saidOf(named!)]));
}
