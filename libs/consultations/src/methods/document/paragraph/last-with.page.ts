import type { ApiClient } from '@isegoria/api-client';
import { Rejection } from '@isegoria/kernel';
import type { OfficialAnswerView } from '../../../official-answer/official-answer.contract';
import { showDocument, type BlockView, type DocumentView } from '../document.contract';

/** A paragraph as it stood last, in the text that had it. */
export interface LastWith {
  readonly paper: DocumentView;
  readonly block: BlockView;
  /** The newest version of the text. */
  readonly newest: number;
}

/** The newest version of a text that has the paragraph. @throws Rejection NOT_FOUND where none has */
export async function lastWith(api: ApiClient, activityId: string, paragraph: string): Promise<LastWith> {
  const newest = await api.ask(showDocument, { activityId });
  for (let paper = newest; ; paper = await api.ask(showDocument, { activityId, version: String(paper.shown - 1) })) {
    const block = paper.blocks.find(({ id, kind }) => id === paragraph && kind === 'paragraph');
    if (block) return { paper, block, newest: newest.shown };
    if (paper.shown === 1) throw new Rejection('NOT_FOUND');
  }
}

/** What paragraphs said in the versions to which they were answered, by the ids of their answers. */
export async function wordsOfParagraphs(
  api: ApiClient,
  answered: readonly Pick<OfficialAnswerView, 'activityId' | 'aboutId' | 'named' | 'textVersion'>[],
): Promise<ReadonlyMap<string, string>> {
  const placeOf = ({ activityId, textVersion }: (typeof answered)[number]) => ({ activityId, version: String(textVersion) });
  const places = new Map(answered.map((one) => [JSON.stringify(placeOf(one)), placeOf(one)]));
  const papers = await Promise.all([...places.values()].map((asked) => api.ask(showDocument, asked)));
  return new Map(
    answered.flatMap(({ activityId, aboutId, named, textVersion }) => {
      const paper = papers.find((one) => one.activityId === activityId && one.shown === textVersion);
      const block = paper?.blocks.find(({ id }) => id === named);
      return block ? [[aboutId, block.text] as const] : [];
    }),
  );
}
