import { LRUCache } from 'lru-cache';
import type { ApiClient } from '@isegoria/api-client';
import type { Language } from '@isegoria/texts';
import type { Translated } from '@isegoria/ui';
import type { ConsultationSummary } from '../../consultation/consultation.contract';
import { showTranslation } from '../translation.contract';

/** Asked for at once. */
const together = 8;
/** Consultations in one language each. */
const mostKept = 5_000;
/** Milliseconds. A translation that is changed is read then at the latest. */
const freshFor = 300_000;

type Named = Pick<ConsultationSummary, 'id' | 'translations'>;

/** What parts of consultations are called in other languages, for lists that do not have the words of any: each is asked for seldom. */
export class TranslatedNames {
  private readonly kept = new LRUCache<string, Translated>({ max: mostKept, ttl: freshFor });

  /** @param api without a session */
  constructor(private readonly api: ApiClient) {}

  /** @param namesOf what is to be translated of one; where that is nothing, nothing is asked */
  async into<One extends Named>(
    language: Language,
    all: readonly One[],
    namesOf: (one: One) => readonly string[],
  ): Promise<(One & { readonly translated?: Translated })[]> {
    const translated: (One & { readonly translated?: Translated })[] = [];
    const read = async (one: One) => ({ ...one, translated: await this.of(one, language, namesOf(one)) });
    for (let from = 0; from < all.length; from += together)
      translated.push(...(await Promise.all(all.slice(from, from + together).map(read))));
    return translated;
  }

  /** Lists are shown without it while the API does not answer. */
  private async of({ id, translations }: Named, language: Language, names: readonly string[]): Promise<Translated | undefined> {
    if (names.length === 0 || !translations.some((one) => one.language === language)) return undefined;
    const key = JSON.stringify([id, language, names]);
    const known = this.kept.get(key);
    if (known) return known;
    const found = await this.api.ask(showTranslation, { consultationId: id, language }).catch(() => undefined);
    if (!found) return undefined;
    const asked = new Set(names);
    const texts = new Map(found.texts.filter(({ of }) => asked.has(of)).map(({ of, text }) => [of, text]));
    this.kept.set(key, { language, texts });
    return { language, texts };
  }
}
