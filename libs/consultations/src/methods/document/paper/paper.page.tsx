import type { ComponentChildren } from 'preact';
import { Heading, Link, useIds, useOffice, useTexts, useWords, Words } from '@isegoria/ui';
import type { TakingPartProps } from '../../method/method.page';
import type { CoverageView } from '../answered/coverage.contract';
import { VersionLinks } from '../comparison/version-links.page';
import type { BlockView, DocumentView } from '../document.contract';
import type { Block } from './block.contract';

/** A short address, since it stands at every paragraph of a text that may have hundreds. */
export const paragraphPath = (activityId: string, paragraph: string) => `/papers/${activityId}/${paragraph}`;

/** The number of each paragraph, from 1, by its name. */
export function numbersOf(blocks: readonly BlockView[]): ReadonlyMap<string, number> {
  return new Map(blocks.filter(({ kind }) => kind === 'paragraph').map(({ id }, index) => [id, index + 1]));
}

/** A text to read, with a way from each paragraph to what people wrote to it. */
export function Paper(props: TakingPartProps & { paper: DocumentView; coverage: CoverageView; answered: ComponentChildren }) {
  const { t } = useTexts();
  const id = useIds();
  const { blocks } = props.paper;
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
      {headings.length > 1 && <Contents headings={headings} />}
      <PaperText paper={props.paper} coverage={props.coverage} isOpen={props.phase.status === 'open'} />
      {props.answered}
    </section>
  );
}

function Contents(props: { headings: readonly BlockView[] }) {
  const { t } = useTexts();
  const id = useIds();
  const words = useWords()('', 'office');
  return (
    <details class="ds-details as-table" data-variant="default" data-color="neutral">
      <summary>{t('paper.contents')}</summary>
      <ol class="paper-contents" {...words}>
        {props.headings.map((heading) => (
          <li data-level={heading.level} key={heading.id}>
            <Link href={`#${id(heading.id)}`}>
              <BlockText text={heading.text} />
            </Link>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Every byte stands here hundreds of times: so paragraphs have no more around them than they need. */
function PaperText({ paper, coverage, isOpen }: { paper: DocumentView; coverage: CoverageView; isOpen: boolean }) {
  const { t } = useTexts();
  const id = useIds();
  const words = useWords()('', 'office');
  const numbers = numbersOf(paper.blocks);
  const answered = new Map(coverage.paragraphs.map(({ paragraph, annotations, open }) => [paragraph, annotations - open]));
  const countOf = ({ id: paragraph, annotations: count }: BlockView) => {
    const done = answered.get(paragraph) ?? 0;
    return done > 0 ? t('coverage.count', { count, answered: done }) : t('paper.count', { count });
  };
  return (
    <div class="paper" {...words}>
      {paper.blocks.map((block) => {
        if (block.kind === 'heading') return <PaperHeading block={block} id={id(block.id)} key={block.id} />;
        const { annotations: count } = block;
        return (
          <p id={id(block.id)} key={block.id}>
            <a href={`#${id(block.id)}`}>{numbers.get(block.id)}</a>
            <BlockText text={block.text} />
            {(isOpen || count > 0) && (
              <a href={paragraphPath(paper.activityId, block.id)}>{count > 0 ? countOf(block) : t('paper.annotate')}</a>
            )}
          </p>
        );
      })}
    </div>
  );
}

function PaperHeading(props: { block: Block; id?: string }) {
  return (
    <Heading level={Math.min(4, props.block.level + 2) as 3 | 4} size={props.block.level === 1 ? 'sm' : '2xs'} id={props.id}>
      <BlockText text={props.block.text} />
    </Heading>
  );
}

/** In the language of all that stands around it, but for what the office translated. */
function BlockText({ text }: { text: string }) {
  const said = useOffice()(text);
  return said.text === text ? <>{text}</> : <Words text={text} by="office" />;
}

/** A text that nobody has kept yet, as it will be read. */
export function PaperPreview(props: { blocks: readonly Block[]; summary?: string; isClosed?: boolean }) {
  const { t } = useTexts();
  let number = 0;
  return (
    <details class="ds-details as-table" data-variant="default" data-color="neutral" open={!props.isClosed}>
      <summary>{props.summary ?? t('paper.previewTitle')}</summary>
      <div class="paper" dir="auto">
        {props.blocks.map((block, index) =>
          block.kind === 'heading' ? (
            <PaperHeading block={block} key={index} />
          ) : (
            <p key={index}>
              <span class="paper-number">{(number += 1)}</span>
              <BlockText text={block.text} />
            </p>
          ),
        )}
      </div>
    </details>
  );
}
