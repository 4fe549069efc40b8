import type { MessageKey, Texts } from '@isegoria/texts';
import { Sentence, Words, useTexts } from '@isegoria/ui';
import type { MethodDashboard } from '../../method/method.page';
import { OptionsInWords } from '../options/options-in-words.page';
import type { OptionView } from '../options/options.contract';

/** A sentence that results lead to. */
export interface Found {
  readonly says: MessageKey;
  /** The options that it quotes. */
  readonly options?: Readonly<Record<string, string>>;
  /** What people said that it quotes. */
  readonly said?: Readonly<Record<string, string>>;
  /** Several options of which it tells at once. */
  readonly lists?: Readonly<Record<string, readonly OptionView[]>>;
  readonly values?: Readonly<Record<string, number>>;
  /** What is written as a percentage. */
  readonly shares?: Readonly<Record<string, number>>;
  /** Whether it explains what was said before. */
  readonly isAside?: boolean;
}

/** In which order the lots were drawn that decided; nothing where the answer does not say it. */
export function lotsFound(options: readonly OptionView[], lots: readonly string[] = []): Found[] {
  const drawn = lots.flatMap((id) => options.find((option) => option.id === id) ?? []);
  return drawn.length > 0 ? [{ says: 'lots.drawn', lists: { lots: drawn }, isAside: true }] : [];
}

/** What came out, on the page and for a file. */
export function findingOf(found: readonly Found[]): Pick<MethodDashboard, 'Finding' | 'outcome'> {
  return {
    Finding: () => (
      <>
        {found.map((one) => (
          <p class={one.isAside ? 'meta' : undefined} key={one.says}>
            <span>
              <FoundInWords {...one} />
            </span>
          </p>
        ))}
      </>
    ),
    outcome: (texts) => found.map((one) => foundInText(texts, one)),
  };
}

export function FoundInWords(found: Found) {
  const { says, options = {}, said = {}, lists = {} } = found;
  const words = Object.entries(options).map(([name, text]) => [name, <Words text={text} by="office" />] as const);
  const inList = (all: readonly OptionView[]) => <OptionsInWords ids={all.map(({ id }) => id)} options={all} />;
  const several = Object.entries(lists).map(([name, all]) => [name, inList(all)] as const);
  return <Sentence says={says} words={{ ...said, ...Object.fromEntries([...words, ...several]) }} values={valuesOf(useTexts(), found)} />;
}

/** The same without marks of its language. */
export function foundInText(texts: Texts, found: Found): string {
  const inText = (options: readonly OptionView[]) => new Intl.ListFormat(texts.language).format(options.map(({ text }) => text));
  const lists = Object.entries(found.lists ?? {}).map(([name, several]) => [name, inText(several)] as const);
  return texts.t(found.says, { ...valuesOf(texts, found), ...found.options, ...found.said, ...Object.fromEntries(lists) });
}

function valuesOf({ percent }: Texts, { values, shares = {} }: Found): Record<string, string | number> {
  return { ...values, ...Object.fromEntries(Object.entries(shares).map(([name, share]) => [name, percent(share)])) };
}

/** What is said in another way once the log has closed the activity: the second half of the name of a text. */
export const whenClosed = ({ closed }: { readonly closed?: true }) => (closed ? '.closed' : '');

/** Nobody voted of whom the headline figures tell. */
export const nobodyIn = (results: { readonly closed?: true }): Found => ({ says: `votes.nobody${whenClosed(results)}` });
