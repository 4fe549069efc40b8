import { textIfAny } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import type { Question } from '../../../questionnaire/questionnaire.pure';

/** From what a page of answers was begun, so that it takes the place of nothing that came from elsewhere meanwhile. */
export interface PageBegun {
  /** What the response commits to that stood; empty for none. Absent where that is not known. */
  readonly upon?: string;
  /** What tells each answer that was shown from others. Absent where that is not known. */
  readonly versions?: Readonly<Record<string, string>>;
}

export function BegunFields({ begun: { upon, versions }, questions }: { begun: PageBegun; questions: readonly Question[] }) {
  const shown = versions && questions.flatMap(({ id }) => (Object.hasOwn(versions, id) ? `${id}=${versions[id]}` : []));
  return (
    <>
      {upon !== undefined && <input type="hidden" data-begun name="upon" value={upon || 'none'} />}
      {shown && <input type="hidden" data-begun name="versions" value={shown.join(' ') || 'none'} />}
    </>
  );
}

/** A page that says nothing of it, such as one that was read before signing in, was begun from nothing: it takes no place unasked. */
export function begunIn(form: FormState): Required<PageBegun> {
  const [upon, versions] = [textIfAny(form, 'upon'), textIfAny(form, 'versions')];
  return {
    upon: upon === 'none' ? '' : upon,
    versions: Object.fromEntries(versions === '' || versions === 'none' ? [] : versions.split(' ').map(versionIn)),
  };
}

function versionIn(text: string): [string, string] {
  const [id = '', version = ''] = text.split('=');
  return [id, version];
}
