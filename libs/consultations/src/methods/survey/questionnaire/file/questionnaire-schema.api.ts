import { Controller, Get } from '@nestjs/common';
import { schemaFileOf } from '@isegoria/api-host';
import { QuestionnaireOfSurvey } from '../questionnaire.contract';

/** The format of files with the questions of a survey; what a schema cannot say is in docs/reference/questionnaires.md. */
export const questionnaireSchema = schemaFileOf(QuestionnaireOfSurvey, {
  title: 'Questionnaire of Isegoria',
  description: 'The questions of a survey, page by page, as they are imported and exported.',
});

@Controller()
export class QuestionnaireSchemaController {
  @Get('schemas/questionnaire.json')
  schema(): object {
    return questionnaireSchema;
  }
}
