import type { AttachFile, AttachmentView } from '@isegoria/content';
import type { FormState } from '@isegoria/ui';
import { listOf, textOf } from '../forms/form';

/** A file that was added already, as a form carries it: what stands in its hidden words is checked again where they arrive. */
export type ChosenFile = Pick<AttachmentView, 'file' | 'name'>;

export function written({ file, name }: ChosenFile): string {
  return `${file} ${name}`;
}

export function readChosen(value: string): ChosenFile {
  const [file = '', ...name] = value.split(' ');
  return { file, name: name.join(' ') };
}

export function chosenIn(form: FormState, field: string): ChosenFile[] {
  return listOf(form, field)
    .filter((value) => value !== '')
    .map(readChosen);
}

/** The picture and the documents of a form, as a command names them. */
export function filesSaid(form: FormState): { picture?: AttachFile; documents: AttachFile[] } {
  const [picture] = chosenIn(form, 'picture');
  const alt = textOf(form, 'pictureAlt').trim();
  const documents = chosenIn(form, 'documents').map(({ file, name }) => ({ file, name }));
  return { ...(picture && { picture: { file: picture.file, name: picture.name, ...(alt && { alt }) } }), documents };
}

/** As fields of a form, from what stands. */
export function filesAsFields({ picture, documents }: { picture: AttachmentView | null; documents: readonly AttachmentView[] }) {
  const standing = documents.filter(({ withdrawn }) => !withdrawn).map(written);
  if (!picture || picture.withdrawn) return { documents: standing };
  return { picture: written(picture), pictureAlt: picture.alt ?? '', documents: standing };
}
