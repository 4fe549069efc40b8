import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { carry, formFor, idInPath, textOf, type Visit, type Visited } from '@isegoria/portal-kit';
import { nameIn, type Language } from '@isegoria/texts';
import { languages, type FormState } from '@isegoria/ui';
import { showConsultation, type ConsultationView } from '../../consultation/consultation.contract';
import { unitOfAct } from '../../consultation/office/manage.portal';
import { staysAsChecked } from '../../consultation/office/not-now.page';
import { showTranslation, translateConsultation, type TranslatedText } from '../translation.contract';
import { answeredTexts, officeTexts } from './office-texts.portal';
import { fieldOf } from './text-field';
import { TranslationPage, translationPath } from './translation-office.page';

@Controller('office/consultations/:id/translations/:language')
export class TranslationOfficeController {
  @Get()
  async show(@Res() { visit }: Visited, @Param('id') id: string, @Param('language') asked: string): Promise<void> {
    await showForm(visit, await translatable(visit, id, asked));
  }

  @Post()
  async translate(@Res() { visit }: Visited, @Param('id') id: string, @Param('language') asked: string, @Body() body: unknown) {
    const shown = await translatable(visit, id, asked);
    const { consultation, language } = shown;
    await carry(visit, body, translateConsultation, {
      command: (form) => ({ consultationId: consultation.id, language, texts: textsSaid(form, shown) }),
      named: (field, command) => fieldFor(field, command.texts, shown),
      accepted: ({ position }) => visit.seeOther(translationPath(consultation.id, language), position),
      refused: (form, status) => showForm(visit, shown, form, status),
    });
  }
}

/** What stands for good has no field, unless the page is older. */
const textsSaid = (form: FormState, { texts, fixed }: Translatable): TranslatedText[] =>
  texts
    .map((of) => {
      const isFixed = form.values[fieldOf(of)] === undefined && fixed.has(of);
      return { of, text: isFixed ? fixed.get(of)! : textOf(form, fieldOf(of)).trim() };
    })
    .filter(({ text }) => text !== '');

/** The API knows the texts by their place in the command, the form by what they translate; what was emptied has no place. */
function fieldFor(field: string, said: readonly TranslatedText[], { fixed }: Translatable): string | readonly string[] {
  const text = said[Number(/^texts\[(\d+)\]/.exec(field)?.[1])];
  if (text) return fieldOf(text.of);
  const emptied = [...fixed.keys()].filter((of) => !said.some((one) => one.of === of));
  return field === 'texts' && emptied.length > 0 ? emptied.map(fieldOf) : field;
}

interface Translatable {
  readonly consultation: ConsultationView;
  readonly language: Language;
  readonly texts: readonly string[];
  /** The translation that stands. */
  readonly standing: readonly TranslatedText[];
  /** What of it stands for good, since people answer to it. */
  readonly fixed: ReadonlyMap<string, string>;
}

/** @throws Rejection NOT_FOUND for a language that the site does not have, and for that of the consultation itself */
async function translatable(visit: Visit, id: string, asked: string): Promise<Translatable> {
  visit.mustBePermitted('consult');
  const consultation = await visit.api.ask(showConsultation, { consultationId: idInPath(id) });
  visit.mustBePermitted('consult', consultation.unit);
  const language = languages.find((known) => known === asked);
  if (!language || language === consultation.language) throw new Rejection('NOT_FOUND');
  const [texts, answered, { texts: standing }] = await Promise.all([
    officeTexts(visit, consultation),
    answeredTexts(visit, consultation),
    visit.api.ask(showTranslation, { consultationId: consultation.id, language }),
  ]);
  const fixed = new Map(standing.filter(({ of }) => answered.has(of)).map(({ of, text }) => [of, text]));
  return { consultation, language, texts, standing, fixed };
}

async function showForm(visit: Visit, shown: Translatable, sent?: FormState, status = 200): Promise<void> {
  const { consultation, language, texts, standing, fixed } = shown;
  const values = Object.fromEntries(standing.map(({ of, text }) => [fieldOf(of), text]));
  const form = formFor({ version: consultation.translationsVersion, values }, sent);
  const fields = texts.map((of) => ({ of, field: fieldOf(of), fixed: fixed.get(of) }));
  const why = staysAsChecked(consultation, (await unitOfAct(visit, consultation.unit)).needsReview);
  visit.show(<TranslationPage {...{ consultation, language, why, form }} texts={fields} />, {
    title: visit.texts.t('translation.into', { language: nameIn(visit.texts.language, language) }),
    status,
    address: translationPath(consultation.id, language),
  });
}
