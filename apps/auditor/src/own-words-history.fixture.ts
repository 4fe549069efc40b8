import { randomUUID } from 'node:crypto';

type Sealed = { readonly author: string; readonly text: { readonly sealed: string } };

interface Hands {
  record(stream: string, type: string, data: object): Promise<void>;
  sealed(person: string, context: string, event: string, text: string): Promise<Sealed>;
  comment(person: string, text: string): Promise<string>;
  ask(person: string, about: string | null, text: string): Promise<string>;
  state(person: string, text: string): Promise<string>;
  judge(statementId: string, type: string, more?: object): Promise<void>;
}

/** What people changed and withdrew of their own in one deliberation: of each kind one of each. */
export async function ownWordsHistory(
  { record, sealed, comment, ask, state, judge }: Hands,
  person: string,
  { consultationId, activityId }: { readonly consultationId: string; readonly activityId: string },
) {
  const change = async (kind: string, id: string, text: string, place: object) => {
    const { author, text: words } = await sealed(person, consultationId, randomUUID(), text);
    await record(`${kind.toLowerCase()}-${id}`, `${kind}Edited`, { [`${kind.toLowerCase()}Id`]: id, ...place, author, text: words });
  };
  const withdraw = async (kind: string, id: string, place: object) => {
    const { author } = await sealed(person, consultationId, id, '');
    await record(`${kind.toLowerCase()}-${id}`, `${kind}Withdrawn`, { [`${kind.toLowerCase()}Id`]: id, ...place, author });
  };
  const [here, there] = [{ consultationId }, { consultationId, activityId }];

  const comments = { changed: await comment(person, 'Bouys.'), withdrawn: await comment(person, 'Nonsense.') };
  await change('Comment', comments.changed, 'Buoys.', here);
  await withdraw('Comment', comments.withdrawn, here);

  const questions = [await ask(person, consultationId, 'Whn?'), await ask(person, consultationId, 'Nonsense?')] as const;
  await change('Question', questions[0], 'When, then?', here);
  await withdraw('Question', questions[1], here);

  const statements = [await state(person, 'Three pols.'), await state(person, 'Nonsense.'), await state(person, 'Four pools.')] as const;
  await change('Statement', statements[0], 'Three pools.', there);
  for (const accepted of [statements[0], statements[1]]) await judge(accepted, 'StatementAccepted');
  await withdraw('Statement', statements[1], there);
  await judge(statements[2], 'StatementRejected', { reason: 'Said before.' });
  await withdraw('Statement', statements[2], there);
  return comments;
}
