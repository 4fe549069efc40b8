import type { MessageKey, Texts } from '@isegoria/texts';
import { Sentence, Words, useTexts } from '@isegoria/ui';
import type { MethodDashboard } from '../../method/method.page';

/** A sentence that results lead to. */
export interface Found {
  readonly says: MessageKey;
  /** The options that it quotes. */
  readonly options?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, number>>;
  /** What is written as a percentage. */
  readonly shares?: Readonly<Record<string, number>>;
  /** Whether it explains what was said before. */
  readonly isAside?: boolean;
}

/** What came out, on the page and for a file. */
export function findingOf(found: readonly Found[]): Pick<MethodDashboard, 'Finding' | 'outcome'> {
  return {
    Finding: () => (
      <>
        {found.map((one) => (
          <p class={one.isAside ? 'meta' : undefined} key={one.says}>
            <FoundInWords {...one} />
          </p>
        ))}
      </>
    ),
    outcome: (texts) => found.map((one) => foundInText(texts, one)),
  };
}

export function FoundInWords(found: Found) {
  const { says, options = {} } = found;
  const words = Object.entries(options).map(([name, text]) => [name, <Words text={text} by="office" />] as const);
  return <Sentence says={says} words={Object.fromEntries(words)} values={valuesOf(useTexts(), found)} />;
}

/** The same without marks of its language. */
export function foundInText(texts: Texts, found: Found): string {
  return texts.t(found.says, { ...valuesOf(texts, found), ...found.options });
}

function valuesOf({ percent }: Texts, { values, shares = {} }: Found): Record<string, string | number> {
  return { ...values, ...Object.fromEntries(Object.entries(shares).map(([name, share]) => [name, percent(share)])) };
}

/** What is said in another way once the log has closed the activity: the second half of the name of a text. */
export const whenClosed = ({ closed }: { readonly closed?: true }) => (closed ? '.closed' : '');

/** Nobody voted of whom the headline figures tell. */
export const nobodyIn = (results: { readonly closed?: true }): Found => ({ says: `votes.nobody${whenClosed(results)}` });
