import type { Page } from '@isegoria/kernel';
import {
  Author,
  ThankYou,
  WasChanged,
  signInPath,
  withQuery,
  type Allowance,
  type NameOf,
} from '@isegoria/portal-kit';
import {
  About,
  Breadcrumbs,
  CitizenText,
  Compared,
  EmptyState,
  Heading,
  Link,
  OfficeMarkdown,
  Notice,
  Pagination,
  Sentence,
  Time,
  Words,
  idInPart,
  useOffice,
  useTexts,
  useWords,
  type FormState,
} from '@isegoria/ui';
import { partOf } from '../../../activity/activity-part.page';
import { WhatIsOwed } from '../../../answer-owed/answer-owed.page';
import type { ReadConsultation } from '../../../translation/reading/translated.page';
import type { ModerationMode } from '../../deliberation/deliberation.contract';
import type { StatementView } from '../../deliberation/statement/statement.contract';
import type { BlockView, DocumentView } from '../document.contract';
import { versionPath } from '../comparison/version-links.page';
import { paragraphPath } from '../paper/paper.page';
import { BlockText, HeadingNumber, useMostOf } from '../parts/block-text.page';
import { headingNumbers, numbersOf } from '../parts/numbers';
import { partParameter } from '../parts/parts';
import type { OfficialAnswerView } from '../../../official-answer/official-answer.contract';
import { groupAnswerPath } from '../../../official-answer/group/group-answer.page';
import { AnswerLink, StanceTag, UnderTheme, answerFormPath, officialAnswersPath } from '../../../official-answer/pages/stance.page';
import { AnnotationForm } from '../paragraph/annotation-form.page';
import { AnswerToParagraph } from '../paragraph/answer-to-paragraph.page';
import { marked } from './marked';
import { proposalAt } from '../proposal/proposal.contract';
import { Proposes } from '../proposal/proposes.page';

export interface ParagraphProps {
  readonly consultation: ReadConsultation;
  readonly paper: DocumentView;
  readonly block: BlockView;
  readonly moderation: ModerationMode;
  /** A page of what people wrote to the paragraph, with the cursor at which it begins. */
  readonly annotations: Page<StatementView> & { readonly cursor?: string };
  /** How many people support each, by its id. */
  readonly supporters: ReadonlyMap<string, number>;
  /** What the reader supports; absent for a visitor. */
  readonly own?: ReadonlySet<string>;
  readonly reader?: string;
  readonly nameOf: NameOf;
  /** What the office answered to these. */
  readonly answers: readonly OfficialAnswerView[];
  /** What it answered to all that was written to the paragraph. */
  readonly answer?: OfficialAnswerView;
  /** What it answered to other paragraphs, to which some of these were written. */
  readonly elsewhere: readonly OfficialAnswerView[];
  readonly mayAnswer: boolean;
  /** Whether the phase is over, so that the paragraph as a whole may be answered. */
  readonly isOver: boolean;
  readonly form: FormState;
  readonly isOpen: boolean;
  readonly allowance?: Allowance;
  readonly receipt?: string;
  /** The version in which the paragraph is left out; absent while it stands. */
  readonly goneIn?: number;
  /** What the paragraph said in earlier versions to which somebody proposed other words. */
  readonly earlier: ReadonlyMap<number, string>;
}

/** One paragraph of a text: what people wrote to it, and room for one's own. */
export function ParagraphPage(props: ParagraphProps) {
  const { t } = useTexts();
  const { consultation, paper, block, annotations, form } = props;
  const { id, title, language } = consultation;
  const path = paragraphPath(paper.activityId, block.id);
  return (
    <About {...consultation}>
      <div class="narrow stack-lg">
        <Breadcrumbs trail={[{ href: `/consultations/${id}`, label: title, language }]} />
        {props.receipt && <ThankYou sentence="thanks.annotation" next={`next.annotation.${props.moderation}`} receipt={props.receipt} />}
        <div class="page-head">
          <Heading level={1} size="lg">
            {t('paper.paragraph', { number: numbersOf(paper.blocks).get(block.id)! })}
          </Heading>
          {props.goneIn !== undefined && (
            <Notice colour="warning">
              {t('versions.gone', { version: props.goneIn })}{' '}
              <Link href={versionPath(paper.activityId, props.goneIn)}>{t('versions.whatChanged')}</Link>
            </Notice>
          )}
          <Above paper={paper} block={block} />
        </div>
        <WhatIsOwed consultation={consultation} />
        <ParagraphText {...props} />
        <AnswerToParagraph
          consultationId={id}
          activityId={paper.activityId}
          paragraph={block.id}
          newest={paper.shown}
          answer={props.answer}
          mayAnswer={props.mayAnswer && props.isOver}
        />
        <Neighbours paper={paper} block={block} consultation={consultation} />
        <section class="stack" aria-labelledby="annotations">
          <Heading level={2} size="md" id="annotations">
            {t('paper.annotations')}
          </Heading>
          {annotations.count === 0 && <EmptyState>{t('paper.none')}</EmptyState>}
          {annotations.count > 0 && (
            <ul class="rows">
              {annotations.items.map((annotation) => (
                <Annotation {...props} annotation={annotation} path={path} key={annotation.id} />
              ))}
            </ul>
          )}
          {props.mayAnswer && annotations.count > 1 && (
            <p>
              <Link href={groupAnswerPath(id, paper.activityId, { paragraph: block.id })}>{t('groupAnswer.one')}</Link>
            </p>
          )}
          <Pagination path={path} fragment="annotations" cursor={annotations.cursor} next={annotations.next} oldestFirst />
        </section>
        {(props.isOpen || form.errors.length > 0) && (
          <section class="stack" aria-labelledby="write">
            <Heading level={2} size="md" id="write">
              {t('paper.yours')}
            </Heading>
            <AnnotationForm
              name="annotation"
              action={`${path}/annotations`}
              state={form}
              paragraph={block}
              shown={paper.shown}
              moderation={props.moderation}
              isSignedIn={props.own !== undefined}
              back={`${path}#write`}
              allowance={props.allowance}
            />
          </section>
        )}
      </div>
    </About>
  );
}

/**
 * The paragraph, with a mark on all words that somebody wrote about. Annotations are on words of the original: whoever reads a translation
 * has that first, and then the original to select from.
 */
function ParagraphText({ block, annotations }: ParagraphProps) {
  const { t } = useTexts();
  const words = useWords()('', 'office');
  const isTranslated = useOffice()(block.text).text !== block.text;
  const selections = annotations.items.flatMap(({ carried }) => carried?.words ?? []);
  return (
    <>
      {isTranslated && (
        <>
          <div class="card paper-paragraph">
            <CitizenText text={block.text} by="office" />
          </div>
          <p class="meta">{t('paper.original')}</p>
        </>
      )}
      <blockquote class="card paper-paragraph" id="paragraph" data-selectable {...words}>
        <p>{marked(block.text, selections).map(({ text, isMarked }, index) => (isMarked ? <mark key={index}>{text}</mark> : text))}</p>
      </blockquote>
    </>
  );
}

/** The heading under which the paragraph stands. */
function Above({ paper: { blocks }, block }: { paper: DocumentView; block: BlockView }) {
  const before = blocks.slice(0, blocks.indexOf(block)).reverse();
  const heading = before.find(({ kind }) => kind === 'heading');
  const around = useMostOf(heading ? [heading] : []);
  // A number stands where the language of the heading puts it.
  return heading ? (
    <p>
      <bdi {...around}>
        <HeadingNumber number={headingNumbers(blocks).get(heading)} />
        <BlockText text={heading.text} around={around} />
      </bdi>
    </p>
  ) : null;
}

function Neighbours(props: { paper: DocumentView; block: BlockView; consultation: ReadConsultation }) {
  const { t } = useTexts();
  const paragraphs = props.paper.blocks.filter(({ kind }) => kind === 'paragraph');
  const at = paragraphs.findIndex(({ id }) => id === props.block.id);
  const [before, after] = [paragraphs[at - 1], paragraphs[at + 1]];
  const { activityId } = props.paper;
  return (
    <p class="meta">
      {before && <Link href={paragraphPath(activityId, before.id)}>{t('paper.before')}</Link>}
      <Link href={placeInText(props.consultation, activityId, props.block.id)}>{t('paper.whole')}</Link>
      {after && <Link href={paragraphPath(activityId, after.id)}>{t('paper.after')}</Link>}
    </p>
  );
}

/** Where a paragraph stands in the whole text. */
function placeInText({ id, activities }: ReadConsultation, activityId: string, paragraph: string): string {
  const part = partOf(activities, activityId);
  return withQuery(`/consultations/${id}#${part === undefined ? paragraph : idInPart(part, paragraph)}`, { [partParameter]: paragraph });
}

/** The words in whose place others are proposed, and when they stood: those that stand now, or those of the version that was read. */
function replacedBy({ annotation, block, earlier, goneIn }: ParagraphProps & { annotation: StatementView }) {
  const { t } = useTexts();
  const { at, carried } = annotation;
  const stands = at?.words?.exact ?? earlier.get(at?.version ?? 0) ?? block.text;
  const isAsRead = at?.words ? carried?.lostIn === null : goneIn === undefined && stands === block.text;
  return { stands, head: isAsRead ? t('paper.stands') : t('paper.stood', { version: at?.version ?? 1 }) };
}

function Annotation(props: ParagraphProps & { annotation: StatementView; path: string }) {
  const { t } = useTexts();
  const { annotation, nameOf, reader, supporters } = props;
  const { id, author, at, text, carried, followedIn } = annotation;
  const { stands, head } = replacedBy(props);
  const proposal = text === null ? undefined : proposalAt(at, text);
  return (
    <li id={`annotation-${id}`}>
      <p class="meta">
        {author !== null && <Author author={author} nameOf={nameOf} reader={reader} />}
        <Time at={annotation.submittedAt} />
        <Proposes at={at} />
        {text !== null && <WasChanged at={annotation.editedAt} />}
        {followedIn !== null && (
          <Link href={versionPath(props.paper.activityId, followedIn)}>{t('versions.followedIn', { version: followedIn })}</Link>
        )}
        {carried?.lostIn && (
          <Link href={versionPath(props.paper.activityId, carried.lostIn)}>{t('versions.lostIn', { version: carried.lostIn })}</Link>
        )}
      </p>
      {at?.words && !at.replaces && (
        <p class="meta">
          <span>
            <Sentence says="paper.about" words={{ words: <Words text={at.words.exact} by="office" /> }} />
          </span>
        </p>
      )}
      {proposal ? (
        <>
          <Compared
            texts={{ stands, typed: proposal.words, isChoice: false }}
            heads={[head, t('paper.proposed')]}
            nothing={t('paper.nothing')}
          />
          {proposal.reason !== null && (
            <div class="stack-sm">
              <p class="meta">{t('paper.why')}</p>
              <CitizenText text={proposal.reason} />
            </div>
          )}
        </>
      ) : (
        <CitizenText text={text} />
      )}
      {text !== null && (
        <div class="meta acts">
          <span>{t('paper.supporters', { count: supporters.get(id) ?? 0 })}</span>
          {author !== null && author !== reader && props.isOpen && <Support {...props} name={nameOf(author)} />}
          {author !== null && author === reader && <Link href={`/my/statements/${id}`}>{t('paper.change')}</Link>}
          <Link href={`/report/statement/${id}`}>{t('statements.report')}</Link>
          <AnswerTo {...props} />
        </div>
      )}
      <Answered {...props} />
    </li>
  );
}

/** What the office makes of it, to be read beside it. */
function Answered(props: ParagraphProps & { annotation: StatementView }) {
  const { t } = useTexts();
  const { annotation, answers, consultation } = props;
  const answer = answers.find(({ aboutId }) => aboutId === annotation.id);
  if (!answer) return <AnsweredElsewhere {...props} />;
  const others = (answer.group?.size ?? 1) - 1;
  return (
    <details class="ds-details as-table" data-variant="default" data-color="neutral">
      <summary>
        {t('officialAnswers.column')} <StanceTag stance={answer.stance} />
      </summary>
      <div class="stack">
        <OfficeMarkdown source={answer.text} below={2} />
        <p class="meta">
          <Time at={answer.answeredAt} />
          <UnderTheme answer={answer} />
          {others > 0 && <span>{t('groupAnswer.also', { count: others })}</span>}
          <Link href={`${officialAnswersPath(consultation.id)}#answer-${answer.aboutId}`}>{t('officialAnswers.all')}</Link>
        </p>
      </div>
    </details>
  );
}

/** What was written to another paragraph is answered with that one, and not with the one in which its words stand by now. */
function AnsweredElsewhere({ annotation: { at }, answer, elsewhere, block, consultation }: ParagraphProps & { annotation: StatementView }) {
  const { t } = useTexts();
  if (!at || at.paragraph === block.id) return null;
  const there = elsewhere.find(({ named }) => named === at.paragraph);
  if (there) return <AnswerLink answersAt={officialAnswersPath(consultation.id)} answer={there} says="officialAnswers.ofItsParagraph" />;
  return answer ? <p class="meta">{t('officialAnswers.notToThis')}</p> : null;
}

/** For officials, the way to say what they make of it. */
function AnswerTo({ annotation, answers, consultation, mayAnswer, paper }: ParagraphProps & { annotation: StatementView }) {
  const { t } = useTexts();
  const answer = answers.find(({ aboutId }) => aboutId === annotation.id);
  const asked = { activityId: paper.activityId, about: 'statement', aboutId: annotation.id } as const;
  return (
    <>
      {mayAnswer && (
        <Link href={answerFormPath(consultation.id, asked)}>{t(answer ? 'officialAnswers.correct' : 'officialAnswers.give')}</Link>
      )}
    </>
  );
}

function Support(props: ParagraphProps & { annotation: StatementView; path: string; name: string }) {
  const { t } = useTexts();
  const { annotation, own, path, name } = props;
  if (!own) return <Link href={signInPath(`${path}#annotation-${annotation.id}`)}>{t('paper.support')}</Link>;
  const isOwn = own.has(annotation.id);
  return (
    <form method="post" action={`${path}/support`} class="support">
      <input type="hidden" name="key" value={props.form.key} />
      <input type="hidden" name="statementId" value={annotation.id} />
      <button
        type="submit"
        name="choice"
        value={isOwn ? 'pass' : 'agree'}
        aria-pressed={isOwn}
        aria-label={t(isOwn ? 'paper.supportedOf' : 'paper.supportOf', { name })}
      >
        {t(isOwn ? 'paper.supported' : 'paper.support')}
      </button>
    </form>
  );
}
