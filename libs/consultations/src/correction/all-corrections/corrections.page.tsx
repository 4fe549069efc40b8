import type { Page } from '@isegoria/kernel';
import { About, Breadcrumbs, Compared, Heading, Pagination, Time, Words, useTexts } from '@isegoria/ui';
import type { ReadConsultation } from '../../translation/reading/translated.page';
import type { CorrectionView } from '../correction.contract';
import { correctionsPath } from '../correction.page';

const labels = {
  title: 'field.title',
  description: 'field.description',
  summary: 'about.summary',
  contact: 'about.contact',
  decidedBy: 'about.decidedBy',
  decidedWhen: 'about.decidedWhen',
} as const;

/** Each correction with its note, and the words before and after it side by side; the last one first. */
export function CorrectionsPage(props: {
  consultation: ReadConsultation;
  corrections: Page<CorrectionView> & { readonly cursor?: string };
}) {
  const { t } = useTexts();
  const { consultation, corrections } = props;
  return (
    <About {...consultation}>
      <div class="narrow stack-lg">
        <Breadcrumbs trail={[{ href: `/consultations/${consultation.id}`, label: consultation.title, language: consultation.language }]} />
        <Heading level={1} size="lg">
          {t('correction.history')}
        </Heading>
        {corrections.items.length === 0 && <p>{t('correction.none')}</p>}
        {corrections.items.map((correction) => (
          <Correction correction={correction} consultation={consultation} key={correction.correctedAt} />
        ))}
        <Pagination path={correctionsPath(consultation.id)} cursor={corrections.cursor} next={corrections.next} />
      </div>
    </About>
  );
}

function Correction({ correction, consultation }: { correction: CorrectionView; consultation: ReadConsultation }) {
  const { t } = useTexts();
  const { correctedAt, note, before, after } = correction;
  const changed = Object.entries(labels).filter(([name]) => before[name as keyof typeof labels] !== after[name as keyof typeof labels]);
  return (
    <section class="card stack" aria-labelledby={`of-${correctedAt}`}>
      <Heading level={2} size="sm" id={`of-${correctedAt}`}>
        <Time at={correctedAt} withTime />
      </Heading>
      <p>
        <Words text={note} />
      </p>
      {changed.map(([name, label]) => {
        const [stands, typed] = [before, after].map((words) => words[name as keyof typeof labels] ?? '') as [string, string];
        return (
          <div class="stack" key={name}>
            <Heading level={3} size="xs">
              {t(label)}
            </Heading>
            <Compared
              language={consultation.language}
              texts={{ stands, typed, isChoice: false }}
              heads={[t('correction.before'), t('correction.after')]}
            />
          </div>
        );
      })}
    </section>
  );
}
