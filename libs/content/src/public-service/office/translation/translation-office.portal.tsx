import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { Rejection, languages, type Language } from '@isegoria/kernel';
import { carry, formFor, idInPath, type Visit, type Visited } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { showService, translateService } from '../../public-service.contract';
import { wordsAsFields, wordsIn } from '../words-in-fields.portal';
import { TranslateServicePage } from './translation-office.page';

interface Named {
  readonly id: string;
  readonly language: string;
}

@Controller('office/services/:id/translations/:language')
export class ServiceTranslationController {
  @Get()
  async edit(@Res() { visit }: Visited, @Param() { id, language }: Named): Promise<void> {
    await show(visit, id, languageIn(language));
  }

  @Post()
  async save(@Res() { visit }: Visited, @Param() { id, language: into }: Named, @Body() body: unknown): Promise<void> {
    const [serviceId, language] = [idInPath(id), languageIn(into)];
    await carry(visit, body, translateService, {
      command: (form) => ({ serviceId, language, words: wordsIn(form) }),
      accepted: ({ position }) => visit.seeOther(`/office/services/${id}`, position),
      refused: (form, status) => show(visit, id, language, { form }, status),
    });
  }

  @Post('withdrawal')
  async withdraw(@Res() { visit }: Visited, @Param() { id, language: into }: Named, @Body() body: unknown): Promise<void> {
    const [serviceId, language] = [idInPath(id), languageIn(into)];
    await carry(visit, body, translateService, {
      command: () => ({ serviceId, language, words: null }),
      accepted: ({ position }) => visit.seeOther(`/office/services/${id}`, position),
      refused: (withdrawal, status) => show(visit, id, language, { withdrawal }, status),
    });
  }
}

function languageIn(said: string): Language {
  const language = languages.find((one) => one === said);
  if (language === undefined) throw new Rejection('NOT_FOUND');
  return language;
}

interface Forms {
  readonly form?: FormState;
  readonly withdrawal?: FormState;
}

async function show(visit: Visit, id: string, language: Language, forms: Forms = {}, status = 200): Promise<void> {
  visit.mustBePermitted('publish');
  const service = await visit.api.ask(showService, { serviceId: idInPath(id) });
  visit.mustBePermitted('publish', service.unit);
  if (service.language === language) throw new Rejection('NOT_FOUND');
  const translation = service.translations.find((one) => one.language === language);
  const version = service.translationsVersion;
  visit.show(
    <TranslateServicePage
      service={service}
      language={language}
      form={formFor({ version, values: wordsAsFields(translation?.words) }, forms.form)}
      withdrawal={formFor({ version, values: {} }, forms.withdrawal)}
    />,
    {
      title: visit.texts.t('serviceForm.translate', { language: visit.texts.nameOf(language) }),
      status,
      address: `/office/services/${id}/translations/${language}`,
    },
  );
}
