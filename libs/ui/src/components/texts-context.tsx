import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import './components.texts';
import { textsIn, type Texts } from '@isegoria/texts';

export const TextsContext = createContext<Texts>(textsIn('en'));

/** The texts in the language of the page. */
export function useTexts(): Texts {
  return useContext(TextsContext);
}
