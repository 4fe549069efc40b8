import { useOffice, useWords, Words } from '@isegoria/ui';

interface Written {
  readonly text: string;
}

/** The language of a text, and its direction. */
type Around = ReturnType<ReturnType<typeof useWords>>;

/**
 * The attributes of what has a whole text in it: those of most of its blocks as the reader is shown them, which the office may have
 * translated. Numbers and links beside the blocks stand where that language puts them.
 */
export function useMostOf(blocks: readonly Written[]): Around {
  const office = useOffice();
  const translated = blocks.filter(({ text }) => office(text).text !== text);
  const isMost = translated.length * 2 > blocks.length;
  return useWords()(isMost ? translated[0]!.text : '', 'office');
}

/** Before the words of a heading that say none. */
export function HeadingNumber({ number }: { number: string | undefined }) {
  return number === undefined ? null : (
    <>
      <bdi>{number}</bdi>{' '}
    </>
  );
}

/** In the language of all that stands around it, but for what the office said in another one. */
export function BlockText({ text, around }: Written & { around: Around }) {
  const said = useOffice()(text);
  return (said.language ?? around.lang) === around.lang ? <>{said.text}</> : <Words text={text} by="office" />;
}
