import { Fragment, type ComponentChildren } from 'preact';
import { withQuery } from '@isegoria/portal-kit';
import { directionOf } from '@isegoria/texts';
import { Heading, Link, useIds, useOffice, useTexts, useWords } from '@isegoria/ui';
import type { TakingPartProps } from '../../method/method.page';
import type { CoverageView } from '../answered/coverage.contract';
import { BlockText, HeadingNumber, useMostOf } from '../parts/block-text.page';
import { VersionLinks } from '../comparison/version-links.page';
import type { BlockView, DocumentView } from '../document.contract';
import { headingNumbers, numbersOf } from '../parts/numbers';
import { AnnotationForm } from '../paragraph/annotation-form.page';
import { partParameter, writeParameter } from '../parts/parts';
import { Contents, Elsewhere, PartLinks, useParts, type Parts } from '../parts/parts.page';
import type { Block } from './block.contract';

/** A short address, since it stands at every paragraph of a text that may have hundreds. */
export const paragraphPath = (activityId: string, paragraph: string) => `/papers/${activityId}/${paragraph}`;

/** Leads to an annotation, also once a further version took it to another paragraph: what follows the `#` no server gets to read. */
export const annotationPath = (activityId: string, paragraph: string, annotation: string) =>
  withQuery(`${paragraphPath(activityId, paragraph)}#annotation-${annotation}`, { annotation });

interface PaperProps extends TakingPartProps {
  readonly paper: DocumentView;
  readonly coverage: CoverageView;
  readonly answered: ComponentChildren;
  /** What the address says is to be read. */
  readonly at?: string;
  /** The paragraph under which the form is open, by its id on the page. */
  readonly writing?: string;
  /** What the address says besides, for the links between parts. */
  readonly kept?: string;
}

/** A text to read, with a way from each paragraph to what people wrote to it. */
export function Paper(props: PaperProps) {
  const { t } = useTexts();
  const id = useIds();
  const { blocks } = props.paper;
  const written = blocks.find((block) => block.kind === 'paragraph' && id(block.id) === props.writing)?.id;
  const thankedAt = props.thanks && blocks.find((block) => block.id === props.at)?.id;
  const parts = useParts(blocks, written ?? props.at, props.kept);
  const headings = blocks.filter(({ kind }) => kind === 'heading');
  const annotations = blocks.reduce((sum, block) => sum + block.annotations, 0);
  return (
    <section aria-labelledby={id('paper')} class="stack" id={id('voting')}>
      <Heading level={2} size="md" id={id('paper')}>
        {props.title ?? t('method.document')}
      </Heading>
      <p class="meta">{t('paper.coverage', { paragraphs: blocks.length - headings.length, annotations })}</p>
      <VersionLinks paper={props.paper} />
      {!thankedAt && props.thanks}
      <Contents blocks={blocks} parts={parts} />
      <PartLinks parts={parts} numbers={numbersOf(blocks)} />
      <PaperText {...props} {...{ parts, written, thankedAt }} isOpen={props.phase.status === 'open'} />
      <PartLinks parts={parts} numbers={numbersOf(blocks)} isBelow />
      <Elsewhere parts={parts} numbers={numbersOf(blocks)} />
      {props.answered}
    </section>
  );
}

interface PaperTextProps extends PaperProps {
  readonly parts: Parts;
  readonly isOpen: boolean;
  /** The paragraph under which the form is open. */
  readonly written?: string;
  /** The one that somebody just wrote about. */
  readonly thankedAt?: string;
}

/** Every byte stands here hundreds of times: so paragraphs have no more around them than they need. */
function PaperText(props: PaperTextProps) {
  const { paper, coverage, isOpen, written, thankedAt, kept } = props;
  const { shown, addressOf } = props.parts;
  const { t, language } = useTexts();
  const id = useIds();
  const around = useMostOf(paper.blocks);
  // The page's own words, where the text around them is in another language.
  const own = around.lang === language ? {} : { lang: language, dir: directionOf(language) };
  const office = useOffice();
  const isTranslated = ({ text }: BlockView) => office(text).text !== text;
  const numbers = numbersOf(paper.blocks);
  const headings = headingNumbers(paper.blocks);
  const answered = new Map(coverage.paragraphs.map(({ paragraph, annotations, open }) => [paragraph, annotations - open]));
  const wholes = new Map(coverage.paragraphs.map(({ paragraph, answer }) => [paragraph, answer]));
  const countOf = ({ id: paragraph, annotations: count }: BlockView) => {
    const done = answered.get(paragraph) ?? 0;
    return done > 0 ? t('coverage.count', { count, answered: done }) : t('paper.count', { count });
  };
  return (
    <div class="paper" {...around}>
      {shown.map((block) => {
        if (block.kind === 'heading') {
          const number = headings.get(block);
          return <PaperHeading block={block} number={number} around={around} id={id(block.id)} key={block.id} />;
        }
        const { annotations: count } = block;
        const whole = wholes.get(block.id) ?? null;
        const said = count > 0 ? [countOf(block)] : [];
        if (whole !== null) said.push(t('paper.answered', { stance: t(`stance.${whole}`) }));
        const isWritten = block.id === written && (isOpen || props.form('annotation').errors.length > 0);
        const text = (
          <p id={id(block.id)} key={block.id}>
            <a href={addressOf(block)}>{numbers.get(block.id)}</a>
            {isWritten && !isTranslated(block) ? (
              <span data-selectable>
                <BlockText text={block.text} around={around} />
              </span>
            ) : (
              <BlockText text={block.text} around={around} />
            )}
            {said.length > 0 && (
              <a {...own} href={paragraphPath(paper.activityId, block.id)}>{said.join(' · ')}</a>
            )}
            {isOpen && !isWritten && (
              <a {...own} href={writePath(id(block.id), kept)}>{t('paper.annotate')}</a>
            )}
          </p>
        );
        if (!isWritten && block.id !== thankedAt) return text;
        return (
          <Fragment key={block.id}>
            {text}
            <div lang={language} dir={directionOf(language)}>
              {block.id === thankedAt && props.thanks}
              {isWritten && <WriteHere {...props} block={block} number={numbers.get(block.id)!} isTranslated={isTranslated(block)} />}
            </div>
          </Fragment>
        );
      })}
    </div>
  );
}

/** Short as well, and relative: on this page, with the form open under a paragraph. */
const writePath = (id: string, kept = '') => `?${kept && `${kept}&`}${writeParameter}=${id}#${id}`;

interface WriteHereProps extends PaperTextProps {
  readonly block: BlockView;
  readonly number: number;
  readonly isTranslated: boolean;
}

/** The form, under its paragraph; under a translation, the words of the original come first, since it is about those. */
function WriteHere({ block, number, isTranslated, ...props }: WriteHereProps) {
  const { t } = useTexts();
  const id = useIds();
  const { paper, activity, ballot, mostContributions, kept } = props;
  const place = id(block.id);
  const words = useWords()('', 'office');
  return (
    <section class="card stack" aria-labelledby={id('write')}>
      <Heading level={4} size="2xs" id={id('write')}>
        {t('paper.writeAbout', { number })}
      </Heading>
      {isTranslated && (
        <>
          <p class="meta">{t('paper.original')}</p>
          <blockquote data-selectable {...words}>
            {block.text}
          </blockquote>
        </>
      )}
      <AnnotationForm
        name={id('annotation')}
        action={`${props.path}/annotation${writePath(place, kept)}`}
        state={props.form('annotation')}
        paragraph={block}
        shown={paper.shown}
        moderation={activity.settings.moderation ?? 'before'}
        isSignedIn={props.voter !== undefined}
        back={withQuery(`${props.page}#${place}`, { [writeParameter]: place })}
        allowance={
          mostContributions === undefined
            ? undefined
            : { most: mostContributions, added: ballot?.statementsAdded ?? 0, words: 'paper.allowance', usedUp: 'paper.usedUp' }
        }
      />
      <p class="meta">
        <Link href={paragraphPath(paper.activityId, block.id)}>{t('paper.toParagraph')}</Link>
        <Link href={`?${kept ? `${kept}&` : ''}${partParameter}=${block.id}#${place}`}>{t('paper.closeForm')}</Link>
      </p>
    </section>
  );
}

function PaperHeading(props: { block: Block; number: string | undefined; around: ReturnType<typeof useMostOf>; id?: string }) {
  return (
    <Heading level={Math.min(4, props.block.level + 2) as 3 | 4} size={props.block.level === 1 ? 'sm' : '2xs'} id={props.id}>
      <HeadingNumber number={props.number} />
      <BlockText text={props.block.text} around={props.around} />
    </Heading>
  );
}

/** A text that nobody has kept yet, as it will be read. */
export function PaperPreview(props: { blocks: readonly Block[]; summary?: string; isClosed?: boolean; isLedTo?: boolean }) {
  const { t } = useTexts();
  const around = useMostOf(props.blocks);
  const numbers = headingNumbers(props.blocks);
  let number = 0;
  return (
    <details class="ds-details as-table" data-variant="default" data-color="neutral" open={!props.isClosed}>
      <summary autofocus={props.isLedTo || undefined}>{props.summary ?? t('paper.previewTitle')}</summary>
      <div class="paper" {...around}>
        {props.blocks.map((block, index) =>
          block.kind === 'heading' ? (
            <PaperHeading block={block} number={numbers.get(block)} around={around} key={index} />
          ) : (
            <p key={index}>
              <span class="paper-number">{(number += 1)}</span>
              <BlockText text={block.text} around={around} />
            </p>
          ),
        )}
      </div>
    </details>
  );
}
