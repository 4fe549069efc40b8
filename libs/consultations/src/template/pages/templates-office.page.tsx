import { limits } from '@isegoria/kernel';
import { withQuery, type UnitTree } from '@isegoria/portal-kit';
import { Breadcrumbs, ButtonLink, EmptyState, Form, Heading, Link, SelectField, SubmitButton, Words, WordsIn } from '@isegoria/ui';
import { OfficeTrail } from '../../consultation/office/office-trail.page';
import { useTexts, type Choice, type FormState } from '@isegoria/ui';
import type { ConsultationView } from '../../consultation/consultation.contract';
import type { TemplateSummary, TemplateView } from '../template.contract';
import type { AnyTemplate } from './built-in.page';
import { TemplateFields } from './template-fields.page';

export const templatesPath = '/office/templates';
export const templatePath = ({ unit, id }: Pick<TemplateSummary, 'unit' | 'id'>) => `${templatesPath}/${unit}/${id}`;
const blank = { values: {}, errors: [], key: '' };

interface TemplatesProps {
  readonly unit: string;
  /** Where the visitor may begin something. */
  readonly choices: readonly Choice[];
  readonly units: UnitTree;
  readonly templates: readonly TemplateSummary[];
  readonly builtIn: readonly AnyTemplate[];
}

/** What an office of a unit can begin a draft with. */
export function TemplatesPage({ unit, choices, units, templates, builtIn }: TemplatesProps) {
  const { t } = useTexts();
  const own = templates.filter((one) => one.unit === unit);
  const above = templates.filter((one) => one.unit !== unit);
  return (
    <div class="narrow">
      <Breadcrumbs trail={[{ href: '/office', label: t('nav.office') }]} />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('template.title')}
        </Heading>
        <p class="lead">{t('template.lead')}</p>
      </div>
      <div class="stack-lg">
        {choices.length > 1 && (
          <form method="get" action={templatesPath} class="form filter">
            <SelectField form="unit" state={blank} name="unit" label={t('field.unit')} choices={choices} chosen={unit} />
            <div>
              <SubmitButton variant="secondary">{t('template.showUnit')}</SubmitButton>
            </div>
          </form>
        )}
        <section class="stack" aria-labelledby="own">
          <Heading level={2} size="md" id="own">
            {t('template.own')}
          </Heading>
          {own.length === 0 && <EmptyState>{t('template.none')}</EmptyState>}
          <List templates={own} unit={unit} units={units} isOwn />
        </section>
        {above.length > 0 && (
          <section class="stack" aria-labelledby="above">
            <Heading level={2} size="md" id="above">
              {t('template.above')}
            </Heading>
            <List templates={above} unit={unit} units={units} />
          </section>
        )}
        <section class="stack" aria-labelledby="built-in">
          <Heading level={2} size="md" id="built-in">
            {t('template.builtIn')}
          </Heading>
          <List templates={builtIn} unit={unit} units={units} />
        </section>
      </div>
    </div>
  );
}

interface ListProps {
  readonly templates: readonly (AnyTemplate & Partial<TemplateSummary>)[];
  readonly unit: string;
  readonly units: UnitTree;
  readonly isOwn?: boolean;
}

function List({ templates, unit, units, isOwn }: ListProps) {
  const { t } = useTexts();
  return (
    <ul class="cards">
      {templates.map((template) => (
        <li class="card stack" key={template.id}>
          <Heading level={3} size="xs">
            <Words text={template.name} />
          </Heading>
          {template.note && (
            <p>
              <Words text={template.note} />
            </p>
          )}
          <p class="meta">
            {t('template.phases', { count: template.phases })}
            {!isOwn && template.unit !== undefined && (
              <>
                {' · '}
                <Words text={units.wayTo(template.unit)} />
              </>
            )}
          </p>
          <p class="button-row">
            <ButtonLink href={withQuery('/office/consultations/new', { template: template.id, unit })} variant="secondary">
              {t('template.use')}
            </ButtonLink>
            {isOwn && <Link href={templatePath({ unit, id: template.id })}>{t('template.change')}</Link>}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Where an office saves what it wrote as a template. */
export function SaveTemplatePage({ consultation, form }: { consultation: ConsultationView; form: FormState }) {
  const { t } = useTexts();
  const path = `/office/consultations/${consultation.id}`;
  return (
    <div class="narrow">
      <OfficeTrail consultation={consultation} />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('template.save')}
        </Heading>
        <p class="lead">{t('template.saveLead', { most: limits.templatesMax })}</p>
      </div>
      <Form name="template" action={`${path}/template`} state={form}>
        <TemplateFields form="template" state={form} phases={consultation.phases} />
        <SubmitButton>{t('template.save')}</SubmitButton>
      </Form>
    </div>
  );
}

/** One template of a unit: its name, note and dates, and its end. */
export function TemplatePage({ template, form, ending }: { template: TemplateView; form: FormState; ending: FormState }) {
  const { t } = useTexts();
  const phases = template.draft.phases.map(({ title = null }) => ({ title }));
  return (
    <div class="narrow">
      <Breadcrumbs
        trail={[
          { href: '/office', label: t('nav.office') },
          { href: withQuery(templatesPath, { unit: template.unit }), label: t('template.title') },
        ]}
      />
      <div class="page-head">
        <Heading level={1} size="lg">
          <Words text={template.name} />
        </Heading>
        <p>
          {t('template.begins')} <WordsIn language={template.draft.language}>{template.draft.title}</WordsIn>
        </p>
      </div>
      <div class="stack-lg">
        <Form name="template" action={templatePath(template)} state={form}>
          <TemplateFields form="template" state={form} phases={phases} />
          <SubmitButton>{t('template.saveChange')}</SubmitButton>
        </Form>
        <section class="stack" aria-labelledby="withdraw-title">
          <Heading level={2} size="md" id="withdraw-title">
            {t('template.withdraw')}
          </Heading>
          <p>{t('template.withdrawLead')}</p>
          <Form name="withdraw" action={`${templatePath(template)}/withdrawal`} state={ending}>
            <SubmitButton danger>{t('template.withdraw')}</SubmitButton>
          </Form>
        </section>
      </div>
    </div>
  );
}
