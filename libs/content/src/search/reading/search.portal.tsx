import { Controller, Get, Res } from '@nestjs/common';
import { isCategory, limits } from '@isegoria/kernel';
import { categoriesOf, narrowedTo, unitsOf, type Visit, type Visited } from '@isegoria/portal-kit';
import { languages, type Language } from '@isegoria/texts';
import { foundKinds, search, type FoundKind } from '../search.contract';
import { SearchPage } from './search.page';

@Controller('search')
export class SearchController {
  @Get()
  async find(@Res() { visit }: Visited): Promise<void> {
    const { q } = visit.request.query;
    const typed = typeof q === 'string' ? q : '';
    const [isTooLong, words, narrowed, cursor] = [typed.length > limits.searchLength, lookedFor(typed), narrowedBy(visit), visit.cursor()];
    const [found, units, tree] = await Promise.all([
      words === '' || isTooLong ? undefined : visit.api.ask(search, { q: words, ...narrowed, prefer: visit.texts.language, cursor }),
      unitsOf(visit),
      categoriesOf(visit),
    ]);
    const { t } = visit.texts;
    visit.show(<SearchPage {...{ typed, narrowed, cursor, found, isTooLong, units, tree }} />, {
      title: words === '' || isTooLong ? t('search.title') : t('search.titleFor', { words }),
      status: isTooLong ? 400 : undefined,
    });
  }
}

/** Controls and halves of characters are no words, and the API takes none of them. */
const lookedFor = (typed: string) => typed.replace(/[\p{Cc}\p{Cs}]/gu, ' ').trim();

function narrowedBy(visit: Visit): { kind?: FoundKind; unit?: string; topic?: string; language?: Language } {
  const { kind, topic, language } = visit.request.query;
  const chosen = {
    kind: foundKinds.find((one) => one === kind),
    unit: narrowedTo(visit),
    topic: isCategory(topic) ? topic : undefined,
    language: languages.find((one) => one === language),
  };
  return Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined));
}
