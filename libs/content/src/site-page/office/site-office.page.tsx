import { describeFields, textOf } from '@isegoria/portal-kit';
import { limits } from '@isegoria/kernel';
import { languages } from '@isegoria/texts';
import { Breadcrumbs, Form, Heading, Link, SelectField, SubmitButton, TextArea, TextField, useTexts, type FormState } from '@isegoria/ui';
import { choicesOf, factsOf, isInWords, type FactName, type SitePageName } from '../facts.contract';

const inWords = { wrong: 'field.fact.wrong', max: limits.factLength } as const;

for (const fact of Object.values(factsOf).flat()) if (isInWords(fact)) describeFields({ [fact]: inWords });
describeFields({
  conformity: { wrong: 'field.factChoice.wrong', steers: true },
  examination: { wrong: 'field.factChoice.wrong', steers: true },
  examinedOn: { wrong: 'field.examinedOn.wrong' },
});

const withHint = ['representative', 'supervision', 'dataProtectionOfficer', 'legalBasis', 'retention', 'barriers', 'more'] as const;

/** Where an administrator fills in what a page about the site must say. */
export function EditSitePage(props: { page: SitePageName; form: FormState }) {
  const { t } = useTexts();
  const title = t(`nav.${props.page}`);
  const trail = [
    { href: '/office', label: t('nav.office') },
    { href: '/office/site-pages', label: t('goingPublic.title') },
  ];
  return (
    <div class="narrow">
      <Breadcrumbs trail={trail} />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('sitePage.edit', { page: title })}
        </Heading>
        <p class="lead">{t('sitePage.editLead')}</p>
        <p>
          <Link href={`/${props.page}`}>{t('sitePage.see')}</Link>
        </p>
      </div>
      <Form name="site-page" action={`/office/site-pages/${props.page}`} state={props.form}>
        {factsOf[props.page].map((fact) => (
          <FactFields fact={fact} state={props.form} key={fact} />
        ))}
        <SubmitButton>{t('sitePage.save')}</SubmitButton>
      </Form>
    </div>
  );
}

function FactFields(props: { fact: FactName; state: FormState }) {
  const { t, nameOf } = useTexts();
  const { fact, state } = props;
  const label = t(`fact.${fact}`);
  const field = { form: 'site-page', state, name: fact, label };
  if (fact === 'examinedOn') return <TextField {...field} type="date" />;
  if (fact === 'conformity' || fact === 'examination') {
    const choices = choicesOf[fact].map((value) => ({ value, label: answerIn(t, value) }));
    return <SelectField {...field} choices={[{ value: '', label: t('fact.choose') }, ...choices]} chosen={textOf(state, fact)} />;
  }
  const hinted = withHint.find((name) => name === fact);
  return (
    <>
      {languages.map((language) => (
        <TextArea
          {...field}
          key={language}
          name={`${fact}.${language}`}
          label={t('fact.inLanguage', { fact: label, language: nameOf(language) })}
          hint={hinted && t(`fact.${hinted}.hint`)}
          max={limits.factLength}
          rows={fact === 'more' ? 5 : 3}
        />
      ))}
    </>
  );
}

type Answer = (typeof choicesOf)['conformity' | 'examination'][number];

function answerIn(t: ReturnType<typeof useTexts>['t'], answer: Answer): string {
  return answer === 'self' || answer === 'third-party' ? t(`examination.${answer}`) : t(`conformity.${answer}`);
}
