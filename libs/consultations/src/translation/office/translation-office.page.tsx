import { describeFields } from '@isegoria/portal-kit';
import { limits } from '@isegoria/kernel';
import { nameIn } from '@isegoria/texts';
import {
  About,
  CitizenText,
  Form,
  Heading,
  Link,
  SubmitButton,
  TextArea,
  languages,
  useTexts,
  type FormState,
} from '@isegoria/ui';
import { UnlessRefused } from '../../consultation/office/not-now.page';
import { OfficeTrail } from '../../consultation/office/office-trail.page';
import type { Language } from '@isegoria/texts';
import type { ConsultationView } from '../../consultation/consultation.contract';
import type { WhyNot } from '../../phase/why-not';
import { translateConsultation } from '../translation.contract';

describeFields({ texts: { isPart: true }, text: { wrong: 'translation.text.wrong', max: limits.bodyLength } }, translateConsultation);

export const translationPath = (consultationId: string, language: Language) =>
  `/office/consultations/${consultationId}/translations/${language}`;

/** Where an office runs a consultation: the way to each language in which it was not written. */
export function TranslationLinks({ consultation }: { consultation: ConsultationView }) {
  const { t, language: reader } = useTexts();
  const others = languages.filter((language) => language !== consultation.language);
  return (
    <section class="stack" aria-labelledby="translations">
      <Heading level={2} size="md" id="translations">
        {t('translation.title')}
      </Heading>
      <p>{t('translation.what')}</p>
      <ul>
        {others.map((language) => (
          <li key={language}>
            <Link href={translationPath(consultation.id, language)}>{t('translation.into', { language: nameIn(reader, language) })}</Link>
            {consultation.translations.some((one) => one.language === language) && <> – {t('translation.begun')}</>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Every text that the office says in a consultation, with a field for the same in another language. */
export function TranslationPage(props: {
  consultation: ConsultationView;
  language: Language;
  /** In the order in which the page of the consultation has them, each once. */
  texts: readonly { readonly of: string; readonly field: string; readonly fixed?: string }[];
  /** Why it stays as it is now. */
  why: WhyNot;
  form: FormState;
}) {
  const { t, language: reader } = useTexts();
  const { consultation, language, texts, why, form } = props;
  const done = texts.filter(({ field, fixed }) => (form.values[field] ?? fixed ?? '') !== '').length;
  /** What differs came from an older page, and is shown to be put right. */
  const isFixed = ({ field, fixed }: (typeof texts)[number]) => fixed !== undefined && (form.values[field] ?? fixed) === fixed;
  return (
    <About language={consultation.language}>
      <div class="narrow stack-lg">
        <OfficeTrail consultation={consultation} />
        <Heading level={1} size="lg">
          {t('translation.into', { language: nameIn(reader, language) })}
        </Heading>
        <p>
          {t('translation.some', { done, all: texts.length })} {t('translation.form')}
        </p>
        <UnlessRefused {...{ why, consultation, form }}>
          <Form name="translation" action={translationPath(consultation.id, language)} state={form}>
            {texts.map((text, index) => (
              <div class="card stack" key={text.field}>
                <CitizenText text={text.of} by="office" />
                {isFixed(text) ? (
                  <FixedText text={text.fixed!} language={language} />
                ) : (
                  <TextArea
                    form="translation"
                    name={text.field}
                    label={t('translation.ofText', { number: index + 1, language: nameIn(reader, language) })}
                    state={form}
                    rows={Math.min(12, Math.ceil(text.of.length / 80) + 1)}
                  />
                )}
              </div>
            ))}
            <SubmitButton>{t('translation.send')}</SubmitButton>
          </Form>
        </UnlessRefused>
      </div>
    </About>
  );
}

/** What people answer to, as they read it: it cannot be said otherwise any more. */
function FixedText({ text, language }: { text: string; language: Language }) {
  const { t, language: reader } = useTexts();
  return (
    <>
      <p class="meta">{t('translation.fixed', { language: nameIn(reader, language) })}</p>
      <About language={language}>
        <CitizenText text={text} by="office" />
      </About>
    </>
  );
}
