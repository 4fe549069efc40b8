import { Link, useIds, useOffice, useTexts } from '@isegoria/ui';
import type { BlockView } from '../document.contract';
import { BlockText, HeadingNumber, useMostOf } from './block-text.page';
import { headingNumbers } from './numbers';
import { allParts, partParameter, partRead, partsOf } from './parts';

/** A text as it is read: as a whole, or one of its parts. */
export interface Parts {
  readonly all: readonly (readonly BlockView[])[];
  /** The part that is shown, from 0; undefined where everything is. */
  readonly current: number | undefined;
  readonly shown: readonly BlockView[];
  /** The blocks on other pages of the text. */
  readonly elsewhere: readonly BlockView[];
  /** An address of a block that lasts, however the text is divided. */
  readonly addressOf: (block: BlockView) => string;
  /** The address of a part on this page. */
  readonly to: (part: string, fragment: string) => string;
}

/**
 * @param at the block whose part is read, or `all`
 * @param kept what the address of the page says besides, such as `original=1`
 */
export function useParts(blocks: readonly BlockView[], at: string | undefined, kept = ''): Parts {
  const office = useOffice();
  const id = useIds();
  const all = partsOf(blocks, (text) => office(text).text);
  const current = partRead(all, at);
  const isDivided = all.length > 1;
  const to = (part: string, fragment: string) => `?${kept && `${kept}&`}${partParameter}=${part}#${fragment}`;
  return {
    all,
    current,
    shown: current === undefined ? blocks : all[current]!,
    elsewhere: all.filter((_, index) => current !== undefined && index !== current).flat(),
    addressOf: (block) => (isDivided ? to(block.id, id(block.id)) : `#${id(block.id)}`),
    to,
  };
}

/** The headings of the whole text. Those on other pages have the ids that they have there: an address without a part finds them. */
export function Contents({ blocks, parts }: { blocks: readonly BlockView[]; parts: Parts }) {
  const { t } = useTexts();
  const id = useIds();
  const headings = blocks.filter(({ kind }) => kind === 'heading');
  const around = useMostOf(headings);
  const numbers = headingNumbers(blocks);
  if (headings.length < 2) return null;
  return (
    <details class="ds-details as-table" data-variant="default" data-color="neutral">
      <summary>{t('paper.contents')}</summary>
      <ol class="paper-contents" {...around}>
        {headings.map((heading) => (
          <li data-level={heading.level} id={parts.elsewhere.includes(heading) ? id(heading.id) : undefined} key={heading.id}>
            <Link href={parts.shown.includes(heading) ? `#${id(heading.id)}` : parts.addressOf(heading)}>
              <HeadingNumber number={numbers.get(heading)} />
              <BlockText text={heading.text} around={around} />
            </Link>
          </li>
        ))}
      </ol>
    </details>
  );
}

type Numbers = ReadonlyMap<string, number>;

/** Which part of the text this is, and the way to the others. */
export function PartLinks({ parts, numbers, isBelow = false }: { parts: Parts; numbers: Numbers; isBelow?: boolean }) {
  const { t } = useTexts();
  const id = useIds()('voting');
  const { all, current, shown } = parts;
  if (all.length === 1) return null;
  if (current === undefined) {
    return (
      <p class="meta">
        <Link href={parts.to(all[0]![0]!.id, id)}>{t('paper.inParts')}</Link>
      </p>
    );
  }
  const counted = shown.flatMap(({ id: name }) => numbers.get(name) ?? []);
  const to = (part: readonly BlockView[] | undefined) => part && parts.to(part[0]!.id, id);
  const [before, after] = [to(all[current - 1]), to(all[current + 1])];
  return (
    <nav aria-label={t(isBelow ? 'paper.partsBelow' : 'paper.parts')}>
      <p class="meta">
        <span>{t('paper.partOf', { part: current + 1, parts: all.length })}</span>
        {counted.length > 0 && <span>{t('paper.partHas', { first: counted[0]!, last: counted.at(-1)! })}</span>}
        {before && <Link href={before}>{t('paper.partBefore')}</Link>}
        {after && <Link href={after}>{t('paper.partAfter')}</Link>}
        <Link href={parts.to(allParts, id)}>{t('paper.onOnePage')}</Link>
      </p>
    </nav>
  );
}

/**
 * The paragraphs on other pages of the text, by their numbers and under the ids that they have there: an address that names no part, such
 * as one from when the text was shorter, leads here, and from here on. No server is ever told what stands behind the # of an address.
 */
export function Elsewhere({ parts: { elsewhere, addressOf }, numbers }: { parts: Parts; numbers: Numbers }) {
  const { t, number } = useTexts();
  const id = useIds();
  if (elsewhere.length === 0) return null;
  return (
    <details class="ds-details as-table" data-variant="default" data-color="neutral">
      <summary>{t('paper.elsewhere')}</summary>
      <p class="paper-elsewhere">
        {elsewhere.map((block) => {
          const its = numbers.get(block.id);
          return (
            its !== undefined && (
              <a id={id(block.id)} href={addressOf(block)} key={block.id}>
                {number(its)}
              </a>
            )
          );
        })}
      </p>
    </details>
  );
}
