import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Language } from '@isegoria/kernel';
import { textsIn } from '@isegoria/texts';
import { TextsContext } from './texts-context';

/** A component as the HTML that a browser gets. */
export function html(node: VNode, language: Language = 'en'): string {
  return renderToString(<TextsContext.Provider value={textsIn(language)}>{node}</TextsContext.Provider>);
}

export const hostile = `</textarea><script>alert(1)</script>"'><img src=x onerror=alert(2)>`;
