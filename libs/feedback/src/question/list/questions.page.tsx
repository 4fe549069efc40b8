import { limits, type Page } from '@isegoria/kernel';
import {
  CategoryFilters,
  CategorySelect,
  ContributionForm,
  ThankYou,
  UnitChoice,
  UnitFilter,
  listOf,
  withQuery,
  type CategoryTree,
  type NarrowedCategories,
} from '@isegoria/portal-kit';
import { EmptyState, Heading, Pagination, useTexts, type Choice, type FormState } from '@isegoria/ui';
import type { MyFeedback } from '../../my-feedback/my-feedback.contract';
import { QuestionItem, type QuestionsShownTo } from './question-item.page';
import type { QuestionView } from '../question.contract';

/** A page of questions, with the cursor at which it begins. */
type Questions = Page<QuestionView> & { readonly cursor?: string };

type Chosen = NarrowedCategories & { readonly unit?: string };

export interface QuestionsPageProps {
  readonly open: Questions;
  readonly answered: Questions;
  readonly isSignedIn: boolean;
  readonly form: FormState;
  readonly receipt?: string;
  /** What the visitor has asked this month; absent for one who is not signed in. */
  readonly mine?: MyFeedback;
  readonly shownTo: QuestionsShownTo;
  /** Units that can be asked. */
  readonly units: readonly Choice[];
  /** Units to which the lists can be narrowed. */
  readonly narrowing: readonly Choice[];
  /** The unit, the topic and the area to which they are. */
  readonly chosen: Chosen;
  readonly categories: CategoryTree;
}

/** Questions to the ministry: those that wait for an answer are shown as openly as those that were answered. */
export function QuestionsPage(props: QuestionsPageProps) {
  const { t } = useTexts();
  const { mine, categories, chosen } = props;
  return (
    <>
      {props.receipt && <ThankYou sentence="thanks.question" next="next.question" receipt={props.receipt} />}
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('nav.questions')}
        </Heading>
        <p class="lead">{t('questions.lead')}</p>
      </div>
      <section class="stack narrow" aria-labelledby="ask">
        <Heading level={2} size="md" id="ask">
          {t('questions.ask')}
        </Heading>
        <ContributionForm
          name="question"
          action="/questions"
          state={props.form}
          isSignedIn={props.isSignedIn}
          back="/questions#ask"
          label={t('questions.yours')}
          hint={t('questions.hint')}
          max={limits.questionLength}
          send={t('questions.send')}
          isMain
          allowance={mine && { most: mine.most, added: mine.questions, words: 'questions.allowanceMonth', usedUp: 'questions.usedUpMonth' }}
        >
          <UnitChoice form="question" state={props.form} units={props.units} hint={t('questions.unitHint')} />
          <CategorySelect
            form="question"
            name="categories"
            kind="topic"
            none={t('questions.noTopic')}
            hint={t('questions.topicHint')}
            tree={categories}
            chosen={listOf(props.form, 'categories')[0] ?? ''}
            state={props.form}
          />
        </ContributionForm>
      </section>
      {(props.narrowing.length > 0 || !categories.isEmpty) && (
        <div class="section">
          <UnitFilter path="/questions" units={props.narrowing} chosen={chosen.unit}>
            {!categories.isEmpty && <CategoryFilters tree={categories} chosen={chosen} />}
          </UnitFilter>
        </div>
      )}
      <div class="two section">
        <QuestionList
          id="answered"
          title={t('questions.answered')}
          empty={t('questions.noneAnswered')}
          list={props.answered}
          parameter="answered"
          chosen={chosen}
          categories={categories}
          shownTo={props.shownTo}
        />
        <QuestionList
          id="waiting"
          title={t('questions.waiting')}
          empty={t('questions.noneOpen')}
          list={props.open}
          parameter="open"
          chosen={chosen}
          categories={categories}
          shownTo={props.shownTo}
        />
      </div>
    </>
  );
}

function QuestionList(props: {
  id: string;
  title: string;
  empty: string;
  list: Questions;
  parameter: string;
  chosen: Chosen;
  categories: CategoryTree;
  shownTo: QuestionsShownTo;
}) {
  return (
    <section class="section" aria-labelledby={props.id}>
      <Heading level={2} size="md" id={props.id}>
        {props.title}
      </Heading>
      {props.list.items.length === 0 ? (
        <EmptyState>{props.empty}</EmptyState>
      ) : (
        <ul class="rows">
          {props.list.items.map((question) => (
            <QuestionItem question={question} categories={props.categories} shownTo={props.shownTo} key={question.id} />
          ))}
        </ul>
      )}
      <Pagination
        path={withQuery('/questions', { ...props.chosen })}
        fragment={props.id}
        parameter={props.parameter}
        cursor={props.list.cursor}
        next={props.list.next}
      />
    </section>
  );
}
