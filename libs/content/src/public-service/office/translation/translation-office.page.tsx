import type { Language } from '@isegoria/kernel';
import { Breadcrumbs, Form, Heading, InLanguage, Markdown, SubmitButton, useTexts, type FormState } from '@isegoria/ui';
import { wordsOfService } from '../../described/described.contract';
import type { ServiceView } from '../../public-service.contract';
import { WordsFields } from '../service-fields.page';

/** The words of a service in another language, below what they are made from. */
export function TranslateServicePage(props: { service: ServiceView; language: Language; form: FormState; withdrawal: FormState }) {
  const { t, nameOf } = useTexts();
  const { service, language, form } = props;
  const action = `/office/services/${service.id}/translations/${language}`;
  return (
    <div class="narrow stack-lg">
      <Breadcrumbs
        trail={[
          { href: '/office/services', label: t('office.services') },
          { href: `/office/services/${service.id}`, label: t('office.editService') },
        ]}
      />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('serviceForm.translate', { language: nameOf(language) })}
        </Heading>
      </div>
      <Original service={service} />
      <Form name="translation" action={action} state={form}>
        <WordsFields form="translation" state={form} />
        <SubmitButton>{t('serviceForm.saveTranslation')}</SubmitButton>
      </Form>
      {service.translations.some((one) => one.language === language) && (
        <Form name="withdrawal" action={`${action}/withdrawal`} state={props.withdrawal}>
          <SubmitButton variant="secondary" danger>
            {t('serviceForm.withdrawTranslation')}
          </SubmitButton>
        </Form>
      )}
    </div>
  );
}

const labels = {
  title: 'serviceForm.name',
  summary: 'serviceForm.summary',
  eligibility: 'serviceForm.eligibility',
  needed: 'serviceForm.needed',
  cost: 'serviceForm.cost',
  duration: 'serviceForm.duration',
  office: 'serviceForm.office',
  post: 'serviceForm.post',
} as const;

function Original({ service: { words, language } }: { service: ServiceView }) {
  const { t, nameOf } = useTexts();
  const said = wordsOfService.map((name) => ({ name, text: [words[name] ?? []].flat() })).filter(({ text }) => text.length > 0);
  return (
    <section class="card" aria-labelledby="original">
      <Heading level={2} size="xs" id="original">
        {t('serviceForm.original', { language: nameOf(language) })}
      </Heading>
      <dl class="facts">
        {said.map(({ name, text }) => (
          <div key={name}>
            <dt>{t(labels[name])}</dt>
            <dd>
              <InLanguage language={language} class="lines">
                {name === 'eligibility' ? <Markdown source={words.eligibility} below={2} /> : text.join('\n')}
              </InLanguage>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
