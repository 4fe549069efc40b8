import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { carry, formFor, idInPath, textOf, type Visit, type Visited } from '@isegoria/portal-kit';
import { nameIn, type Language } from '@isegoria/texts';
import { languages, type FormState } from '@isegoria/ui';
import { showConsultation, type ConsultationView } from '../../consultation/consultation.contract';
import { showTranslation, translateConsultation, type TranslatedText } from '../translation.contract';
import { officeTexts } from './office-texts.portal';
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
    const { consultation, language, texts } = shown;
    await carry(visit, body, translateConsultation, {
      command: (form) => ({ consultationId: consultation.id, language, texts: textsSaid(form, texts) }),
      accepted: ({ position }) => visit.seeOther(translationPath(consultation.id, language), position),
      refused: (form, status) => showForm(visit, shown, atItsField(form, textsSaid(form, texts)), status),
    });
  }
}

const textsSaid = (form: FormState, texts: readonly string[]): TranslatedText[] =>
  texts.map((of) => ({ of, text: textOf(form, fieldOf(of)) })).filter(({ text }) => text.trim() !== '');

/** The API knows the texts by their place in the command, the form by what they translate. */
function atItsField(form: FormState, said: readonly TranslatedText[]): FormState {
  const errors = form.errors.map(({ field, ...error }) => {
    const text = said[Number(/^texts\.(\d+)\./.exec(field ?? '')?.[1])];
    return { ...error, field: text ? fieldOf(text.of) : field };
  });
  return { ...form, errors };
}

interface Translatable {
  readonly consultation: ConsultationView;
  readonly language: Language;
  readonly texts: readonly string[];
}

/** @throws Rejection NOT_FOUND for a language that the site does not have, and for that of the consultation itself */
async function translatable(visit: Visit, id: string, asked: string): Promise<Translatable> {
  visit.mustBePermitted('consult');
  const consultation = await visit.api.ask(showConsultation, { consultationId: idInPath(id) });
  visit.mustBePermitted('consult', consultation.unit);
  const language = languages.find((known) => known === asked);
  if (!language || language === consultation.language) throw new Rejection('NOT_FOUND');
  return { consultation, language, texts: await officeTexts(visit, consultation) };
}

async function showForm(visit: Visit, { consultation, language, texts }: Translatable, sent?: FormState, status = 200): Promise<void> {
  const { texts: standing } = await visit.api.ask(showTranslation, { consultationId: consultation.id, language });
  const values = Object.fromEntries(standing.map(({ of, text }) => [fieldOf(of), text]));
  const form = formFor({ version: consultation.translationsVersion, values }, sent);
  const fields = texts.map((of) => ({ of, field: fieldOf(of) }));
  visit.show(<TranslationPage {...{ consultation, language, form }} texts={fields} />, {
    title: visit.texts.t('translation.into', { language: nameIn(visit.texts.language, language) }),
    status,
    address: translationPath(consultation.id, language),
  });
}
