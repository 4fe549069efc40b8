import { safePath, textOf, withQuery } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';

/** Where a form says that the person was; the start where it says nothing. */
export const backIn = (form: FormState): string => safePath(textOf(form, 'return'));

/** A page with the way back in its address; nothing is added where the way leads to the start. */
export const leadingBack = (path: string, back: string): string => withQuery(path, { return: back === '/' ? undefined : back });

/** Takes the way back along with a form. */
export function ReturnField(props: { back: string }) {
  return <input type="hidden" name="return" value={props.back} />;
}
