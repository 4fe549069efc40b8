import { ListNumbers } from './list-numbers';
import { raise, raisedStyles } from './raised-runs';
import { runsSet, setByStyles } from './runs-set';
import { unwrap, wordsOf } from './unread';
import { parsed, written } from './word-xml';

interface Shown {
  readonly shown: ReadonlyMap<string, string>;
  /** How many hidden passages are left out. */
  readonly passages: number;
  /** How many are struck through, and stay. */
  readonly struck: number;
  /** How many stand on the line now, and did not in the file. */
  readonly onLine: number;
  /** Its words, run by run. */
  readonly words: readonly string[];
}

export const withWords = /^word\/(?:document\d*|footnotes|endnotes)\.xml$/;

/** The parts of a document of Word without what it hides, and with the numbers that it shows before the points of lists. @throws NotRead */
export function asShown(parts: ReadonlyMap<string, string>): Shown {
  const of = (name: string) => (parts.has(name) ? parsed(parts.get(name)!) : undefined);
  const styles = of('word/styles.xml');
  const [hiding, striking] = [setByStyles(styles, 'vanish'), setByStyles(styles, 'strike', 'dstrike')];
  const [raised, numbers] = [raisedStyles(styles), new ListNumbers(of('word/numbering.xml'), styles)];
  const words: string[] = [];
  let [passages, struck, onLine] = [0, 0, 0];
  const shown = [...parts].map(([name, part]) => {
    if (!withWords.test(name)) return [name, part] as const;
    const document = parsed(part);
    const hidden = runsSet(document, hiding);
    for (const run of hidden.runs) run.parentNode?.removeChild(run);
    passages += hidden.passages;
    unwrap(document);
    struck += runsSet(document, striking).passages;
    onLine += raise(document, raised);
    numbers.writeInto(document);
    for (const each of wordsOf(document)) words.push(each);
    return [name, written(document)] as const;
  });
  return { shown: new Map(shown), passages, struck, onLine, words };
}
