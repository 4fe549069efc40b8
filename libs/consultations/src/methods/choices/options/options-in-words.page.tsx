import { Words, useTexts } from '@isegoria/ui';
import type { OptionView } from './options.contract';

/** Options by their ids as a list within a sentence, each in its own language. @param numbered whether their order says something */
export function OptionsInWords(props: { ids: readonly string[]; options: readonly OptionView[]; numbered?: boolean }) {
  const { language, number } = useTexts();
  const texts = props.ids.map((id) => props.options.find((option) => option.id === id)?.text ?? id);
  const places = texts.map((_, place) => `${number(place + 1)}. `);
  let place = 0;
  return (
    <>
      {new Intl.ListFormat(language, { type: props.numbered ? 'unit' : 'conjunction' }).formatToParts(texts).map(({ type, value }, part) =>
        type === 'element' ? (
          <span key={part}>
            {props.numbered && places[place++]}
            <Words text={value} by="office" />
          </span>
        ) : (
          value
        ),
      )}
    </>
  );
}
