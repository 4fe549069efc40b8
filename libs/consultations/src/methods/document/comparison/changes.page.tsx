import type { ComponentChildren } from 'preact';
import { CitizenText, Compared, EmptyState, Heading, Tag, useIds, useOffice, useTexts } from '@isegoria/ui';
import type { PaperBlock } from '../paper/block.contract';
import { numbersOf } from '../parts/numbers';
import { changesBetween, type BlockChange } from './comparison';

const colours = { changed: 'info', added: 'success', removed: 'warning', moved: 'neutral' } as const;

/** What differs between two versions, block by block, word by word. */
export function Changes(props: {
  before: readonly PaperBlock[];
  after: readonly PaperBlock[];
  /** What belongs beside a change: why, or who led to it. */
  beside?: (change: BlockChange) => ComponentChildren;
}) {
  const { t } = useTexts();
  const id = useIds();
  const [numbersBefore, numbers] = [props.before, props.after].map(numbersOf) as [ReadonlyMap<string, number>, ReadonlyMap<string, number>];
  const office = useOffice();
  /** Both in the office's translation, or neither: a word is never compared with the same in another language. */
  const asRead = (before: string, after: string) => {
    const [one, other] = [office(before), office(after)];
    const isTranslated = one.text !== before && other.text !== after;
    return isTranslated ? { before: one.text, after: other.text, language: one.language } : { before, after, language: undefined };
  };
  const changes = changesBetween(props.before, props.after);
  if (changes.length === 0) return <EmptyState>{t('versions.unchanged')}</EmptyState>;
  const count = (what: BlockChange['what']) => changes.filter((change) => change.what === what).length;
  return (
    <div class="stack-lg">
      <p>{t('versions.sum', { changed: count('changed'), added: count('added'), removed: count('removed'), moved: count('moved') })}</p>
      {changes.map((change) => {
        const { what, kind, before, after } = change;
        const number = (what === 'removed' ? numbersBefore : numbers).get(change.id);
        return (
          <article class="stack" key={change.id} aria-labelledby={id(`change-${change.id}`)}>
            <Heading level={3} size="2xs" id={id(`change-${change.id}`)}>
              {kind === 'heading' ? t('versions.heading') : t('paper.paragraph', { number: number! })}
            </Heading>
            <div class="tags">
              <Tag colour={colours[what]}>{t(`versions.${what}`)}</Tag>
            </div>
            {before !== '' && after !== '' && before !== after ? (
              <Compared
                texts={{ stands: asRead(before, after).before, typed: asRead(before, after).after, isChoice: false }}
                heads={[t('versions.before'), t('versions.after')]}
                language={asRead(before, after).language}
              />
            ) : (
              <div class="card">
                <CitizenText text={after || before} by="office" />
              </div>
            )}
            {props.beside?.(change)}
          </article>
        );
      })}
    </div>
  );
}
