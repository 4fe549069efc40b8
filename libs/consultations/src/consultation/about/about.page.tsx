import { describeFields, textOf } from '@isegoria/portal-kit';
import { TextArea, TextField, Words, useTexts, type FormState } from '@isegoria/ui';
import type { ConsultationView } from '../consultation.contract';
import { aboutFields, longestAbout, type AboutWords } from './about.contract';

describeFields({
  summary: { wrong: 'about.summary.wrong', max: longestAbout.summary },
  contact: { wrong: 'about.contact.wrong', max: longestAbout.contact },
  decidedBy: { wrong: 'about.decidedBy.wrong', max: longestAbout.decidedBy },
  decidedWhen: { wrong: 'about.decidedWhen.wrong', max: longestAbout.decidedWhen },
});

/** What a form says of it; nothing where a field is empty. */
export function aboutSaid(form: FormState): Partial<AboutWords> {
  const said = aboutFields.map((name) => [name, textOf(form, name).trim() || undefined] as const);
  return Object.fromEntries(said.filter(([, text]) => text !== undefined));
}

/** The fields in a form about a consultation. */
export function AboutFields(props: { form: string; state: FormState }) {
  const { t } = useTexts();
  return (
    <>
      {aboutFields.map((name) => {
        const field = { name, label: t(`about.${name}`), hint: t(`about.${name}.hint`), max: longestAbout[name], ...props };
        return name === 'summary' || name === 'contact' ? <TextArea {...field} rows={3} key={name} /> : <TextField {...field} key={name} />;
      })}
    </>
  );
}

/** Among the facts at a glance: who decides, when, and whom to ask. */
export function AboutFacts({ consultation }: { consultation: ConsultationView }) {
  const { t } = useTexts();
  return (
    <>
      {(['decidedBy', 'decidedWhen', 'contact'] as const).map(
        (name) =>
          consultation[name] && (
            <div key={name}>
              <dt>{t(`about.${name}`)}</dt>
              <dd class="lines">
                <Words text={consultation[name]} by="office" />
              </dd>
            </div>
          ),
      )}
    </>
  );
}
