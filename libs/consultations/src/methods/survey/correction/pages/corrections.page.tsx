import type { Page } from '@isegoria/kernel';
import { About, Breadcrumbs, Compared, Heading, Pagination, Time, Words, useTexts } from '@isegoria/ui';
import type { ActivityCorrectionView, ActivityView } from '../../../../activity/activity.contract';
import type { ReadConsultation } from '../../../../translation/reading/translated.page';
import { questionsOf, type Question, type Questionnaire } from '../../questionnaire/questionnaire.pure';
import { changesOfMeaning } from '../same-meaning';

export const questionCorrectionsPath = (consultationId: string, activityId: string) =>
  `/consultations/${consultationId}/activities/${activityId}/corrections`;

/** Each correction of the questions with its note, and what changed side by side; the last one first. */
export function QuestionCorrectionsPage(props: {
  consultation: ReadConsultation;
  activity: ActivityView;
  corrections: Page<ActivityCorrectionView> & { readonly cursor?: string };
}) {
  const { t } = useTexts();
  const { consultation, activity, corrections } = props;
  return (
    <About {...consultation}>
      <div class="narrow stack-lg">
        <Breadcrumbs trail={[{ href: `/consultations/${consultation.id}`, label: consultation.title, language: consultation.language }]} />
        <Heading level={1} size="lg">
          {t('wording.history')}
        </Heading>
        {corrections.items.length === 0 && <p>{t('wording.none')}</p>}
        {corrections.items.map((correction) => (
          <Correction correction={correction} consultation={consultation} key={correction.correctedAt} />
        ))}
        <Pagination path={questionCorrectionsPath(consultation.id, activity.id)} cursor={corrections.cursor} next={corrections.next} />
      </div>
    </About>
  );
}

function Correction({ correction, consultation }: { correction: ActivityCorrectionView; consultation: ReadConsultation }) {
  const { t } = useTexts();
  const { correctedAt, note, before, after } = correction;
  const none: Questionnaire = { sections: [] };
  const [stood, stands] = [before.questionnaire ?? none, after.questionnaire ?? none];
  const changed = changedWords(stood, stands);
  return (
    <section class="card stack" aria-labelledby={`of-${correctedAt}`}>
      <Heading level={2} size="sm" id={`of-${correctedAt}`}>
        <Time at={correctedAt} withTime />
      </Heading>
      <p>
        <Words text={note} />
      </p>
      {changesOfMeaning(stood, stands).length > 0 && <p>{t('wording.structure')}</p>}
      {changed.map(({ key, number, of, words }) => (
        <div class="stack" key={key}>
          <Heading level={3} size="xs">
            {t(of, { number })}
          </Heading>
          <Compared
            language={consultation.language}
            texts={{ stands: words[0], typed: words[1], isChoice: false }}
            heads={[t('wording.before'), t('wording.after')]}
          />
        </div>
      ))}
    </section>
  );
}

interface Changed {
  readonly key: string;
  readonly of: 'wording.page' | 'wording.ofQuestion' | 'wording.ofQuestionBefore';
  readonly number: number;
  readonly words: readonly [before: string, after: string];
}

/** What reads otherwise: pages by their place, questions by their ids. */
function changedWords(before: Questionnaire, after: Questionnaire): Changed[] {
  const pages = Array.from({ length: Math.max(before.sections.length, after.sections.length) }, (_, at): Changed => {
    const words = [before, after].map(({ sections }) => [sections[at]?.title, sections[at]?.text].filter(Boolean).join('\n'));
    return { key: `page ${at}`, of: 'wording.page', number: at + 1, words: [words[0]!, words[1]!] };
  });
  const [stood, stands] = [questionsOf(before), questionsOf(after)];
  const asked = stands.map((question, at): Changed => {
    const earlier = stood.find(({ id }) => id === question.id);
    return { key: question.id, of: 'wording.ofQuestion', number: at + 1, words: [earlier ? wordsOf(earlier) : '', wordsOf(question)] };
  });
  const gone = stood.flatMap((question, at): Changed[] =>
    stands.some(({ id }) => id === question.id)
      ? []
      : [{ key: `gone ${question.id}`, of: 'wording.ofQuestionBefore', number: at + 1, words: [wordsOf(question), ''] }],
  );
  return [...pages, ...asked, ...gone].filter(({ words: [one, other] }) => one !== other);
}

/** All of its words, a line each. */
function wordsOf({ text, hint, fact, options = [], rows = [], scale }: Question): string {
  const ends = [scale?.fromLabel, ...(scale?.steps ?? []), scale?.toLabel];
  const lists = [...options, ...rows].map((one) => one.text);
  return [text, hint, ...lists, ...ends, fact].filter((words) => words !== undefined && words !== '').join('\n');
}
