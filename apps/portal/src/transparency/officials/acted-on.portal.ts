import { unless, type ApiClient } from '@isegoria/api-client';
import { translationOf, wordsAnswered, type WordsAnswered } from '@isegoria/consultations/portal';
import { asRead, type AsRead } from '@isegoria/content/portal';
import { showService, type OfficialAction } from '@isegoria/contracts';
import type { Language } from '@isegoria/texts';
import type { Translated } from '@isegoria/ui';

/** What acts were about, in words that everybody may read, beside what the list of acts says itself. */
export interface ActedOn {
  /** What offices say in the reader's language, by consultation. */
  readonly translated: ReadonlyMap<string, Translated>;
  /** Statements by their ids, listed texts of surveys by their names. */
  readonly words: WordsAnswered;
  /** Services of the directory, by their ids. */
  readonly services: ReadonlyMap<string, AsRead>;
}

/** Asks once for whatever several acts were about. */
export async function actedOn(api: ApiClient, reader: Language, actions: readonly OfficialAction[]): Promise<ActedOn> {
  const readable = actions.filter(({ title }) => title !== null);
  const inOthers = readable.flatMap(({ consultationId, language }) => (language === reader ? [] : (consultationId ?? [])));
  const services = actions.flatMap(({ kind, subject }) => (isOfService(kind) ? [subject] : []));
  const said = new Map(readable.flatMap(saidIn).map((one) => [one.aboutId, one]));
  return {
    translated: await byId(inOthers, (consultationId) => translationOf(api, reader, consultationId)),
    words: await wordsAnswered(api, [...said.values()]),
    services: await byId(services, async (serviceId) => {
      const service = await api.ask(showService, { serviceId }).catch(unless('NOT_FOUND'));
      return service && asRead(service, reader);
    }),
  };
}

export const isOfService = (kind: OfficialAction['kind']) => kind.startsWith('service-');

/** Under which the words of what an act was about are found. */
export const namedAs = ({ kind, about, subject, named }: OfficialAction) =>
  named !== null && (kind === 'text-decided-on' || about === 'text') ? named : subject;

function saidIn(action: OfficialAction) {
  const { kind, activityId, about, named } = action;
  if (activityId === null) return [];
  const said = { activityId, aboutId: namedAs(action), named, textVersion: null };
  const isStatement = kind.startsWith('statement-') || about === 'statement';
  if (!isStatement && said.aboutId !== named) return [];
  return [{ ...said, about: isStatement ? ('statement' as const) : ('text' as const) }];
}

/** Asked for at once. */
const together = 8;

async function byId<Found>(ids: readonly string[], find: (id: string) => Promise<Found | undefined>): Promise<ReadonlyMap<string, Found>> {
  const asked = [...new Set(ids)];
  const found = new Map<string, Found>();
  for (let from = 0; from < asked.length; from += together)
    for (const [id, one] of await Promise.all(asked.slice(from, from + together).map(async (id) => [id, await find(id)] as const)))
      if (one !== undefined) found.set(id, one);
  return found;
}
