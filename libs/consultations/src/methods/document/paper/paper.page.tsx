import type { ComponentChildren } from 'preact';
import { withQuery } from '@isegoria/portal-kit';
import { directionOf } from '@isegoria/texts';
import { Heading, useIds, useTexts } from '@isegoria/ui';
import type { TakingPartProps } from '../../method/method.page';
import type { CoverageView } from '../answered/coverage.contract';
import { BlockText, HeadingNumber, useMostOf } from '../parts/block-text.page';
import { VersionLinks } from '../comparison/version-links.page';
import type { BlockView, DocumentView } from '../document.contract';
import { headingNumbers, numbersOf } from '../parts/numbers';
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
  /** What the address says besides, for the links between parts. */
  readonly kept?: string;
}

/** A text to read, with a way from each paragraph to what people wrote to it. */
export function Paper(props: PaperProps) {
  const { t } = useTexts();
  const id = useIds();
  const { blocks } = props.paper;
  const parts = useParts(blocks, props.at, props.kept);
  const headings = blocks.filter(({ kind }) => kind === 'heading');
  const annotations = blocks.reduce((sum, block) => sum + block.annotations, 0);
  return (
    <section aria-labelledby={id('paper')} class="stack" id={id('voting')}>
      <Heading level={2} size="md" id={id('paper')}>
        {props.title ?? t('method.document')}
      </Heading>
      <p class="meta">{t('paper.coverage', { paragraphs: blocks.length - headings.length, annotations })}</p>
      <VersionLinks paper={props.paper} />
      {props.thanks}
      <Contents blocks={blocks} parts={parts} />
      <PartLinks parts={parts} numbers={numbersOf(blocks)} />
      <PaperText paper={props.paper} parts={parts} coverage={props.coverage} isOpen={props.phase.status === 'open'} />
      <PartLinks parts={parts} numbers={numbersOf(blocks)} isBelow />
      <Elsewhere parts={parts} numbers={numbersOf(blocks)} />
      {props.answered}
    </section>
  );
}

interface PaperTextProps {
  readonly paper: DocumentView;
  readonly parts: Parts;
  readonly coverage: CoverageView;
  readonly isOpen: boolean;
}

/** Every byte stands here hundreds of times: so paragraphs have no more around them than they need. */
function PaperText({ paper, parts: { shown, addressOf }, coverage, isOpen }: PaperTextProps) {
  const { t, language } = useTexts();
  const id = useIds();
  const around = useMostOf(paper.blocks);
  // The page's own words, where the text around them is in another language.
  const own = around.lang === language ? {} : { lang: language, dir: directionOf(language) };
  const numbers = numbersOf(paper.blocks);
  const headings = headingNumbers(paper.blocks);
  const answered = new Map(coverage.paragraphs.map(({ paragraph, annotations, open }) => [paragraph, annotations - open]));
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
        return (
          <p id={id(block.id)} key={block.id}>
            <a href={addressOf(block)}>{numbers.get(block.id)}</a>
            <BlockText text={block.text} around={around} />
            {(isOpen || count > 0) && (
              <a {...own} href={paragraphPath(paper.activityId, block.id)}>{count > 0 ? countOf(block) : t('paper.annotate')}</a>
            )}
          </p>
        );
      })}
    </div>
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
export function PaperPreview(props: { blocks: readonly Block[]; summary?: string; isClosed?: boolean }) {
  const { t } = useTexts();
  const around = useMostOf(props.blocks);
  const numbers = headingNumbers(props.blocks);
  let number = 0;
  return (
    <details class="ds-details as-table" data-variant="default" data-color="neutral" open={!props.isClosed}>
      <summary>{props.summary ?? t('paper.previewTitle')}</summary>
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
