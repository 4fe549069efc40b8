import type { ComponentChildren } from 'preact';
import { Picture, CategoryTags, type CategoryTree } from '@isegoria/portal-kit';
import { directionOf } from '@isegoria/texts';
import { About, DueDay, Heading, Tag, Words, useTexts } from '@isegoria/ui';
import { pagesOf } from '../../methods/methods.page';
import { listedIn, titleFor } from '../../translation/reading/translated.page';
import { OpenSentence } from '../when/open-sentence.page';
import type { ConsultationStatus, ConsultationSummary } from '../consultation.contract';

const colours = {
  draft: 'neutral',
  scheduled: 'info',
  open: 'success',
  closed: 'neutral',
  decided: 'accent',
  cancelled: 'warning',
} as const;

export function StatusTag(props: { status: ConsultationStatus }) {
  const { t } = useTexts();
  return <Tag colour={colours[props.status]}>{t(`status.${props.status}`)}</Tag>;
}

/** What there is to do in a consultation, each kind once. */
export function MethodTags(props: { methods: readonly string[] }) {
  const { t } = useTexts();
  return (
    <>
      {props.methods.map((method) => (
        <Tag key={method}>{t(pagesOf(method).name)}</Tag>
      ))}
    </>
  );
}

/** By when an answer is owed to what is over. */
function AnswerDue({ answer: { state, dueAt } }: Pick<ConsultationSummary, 'answer'>) {
  const { t } = useTexts();
  if (dueAt === null || (state !== 'due' && state !== 'overdue')) return null;
  return (
    <span>
      {t(state === 'overdue' ? 'responseTimes.answerWasDue' : 'answerOwed.dueBy')} <DueDay at={dueAt} />
    </span>
  );
}

/** Until when it runs, how many took part, and what is owed to them. */
function WhereItStands({ consultation }: { consultation: ConsultationSummary }) {
  const { t } = useTexts();
  return (
    <>
      <OpenSentence of={consultation} />
      {!['draft', 'scheduled', 'cancelled'].includes(consultation.status) && (
        <span>{t('consultation.participants', { count: consultation.participants })}</span>
      )}
      <AnswerDue answer={consultation.answer} />
    </>
  );
}

/** One consultation in a list of those of an office: what stands on its card, and the ways to it. */
export function ConsultationRow(props: { consultation: ConsultationSummary; unitName: string; children: ComponentChildren }) {
  const { consultation, unitName } = props;
  const title = titleFor(useTexts().language, consultation);
  return (
    <li>
      <div class="tags">
        <StatusTag status={consultation.status} />
        <strong lang={title.language} dir={directionOf(title.language)}>
          {title.text}
        </strong>
      </div>
      <p class="meta">
        <WhereItStands consultation={consultation} />
        <span>
          <Words text={unitName} />
        </span>
      </p>
      <p class="meta">{props.children}</p>
    </li>
  );
}

/** One consultation in a list; the whole card leads to it. */
export function ConsultationCard(props: { consultation: ConsultationSummary; tree?: CategoryTree; level?: 2 | 3 }) {
  const { consultation } = props;
  const { t, language: reader } = useTexts();
  const title = titleFor(reader, consultation);
  return (
    <li class="card card-link">
      <About language={consultation.language} translated={listedIn(reader, consultation)}>
        <Picture picture={consultation.picture} />
      </About>
      <div class="tags">
        <StatusTag status={consultation.status} />
        <MethodTags methods={consultation.methods} />
        {consultation.answer.state === 'overdue' && <Tag colour="warning">{t('answerOwed.isOverdue')}</Tag>}
      </div>
      <Heading level={props.level ?? 3} size="xs">
        <a href={`/consultations/${consultation.id}`} lang={title.language} dir={directionOf(title.language)}>
          {title.text}
        </a>
      </Heading>
      {props.tree && <CategoryTags categories={consultation.categories} tree={props.tree} />}
      <p class="meta">
        <WhereItStands consultation={consultation} />
      </p>
    </li>
  );
}
