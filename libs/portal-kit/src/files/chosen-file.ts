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

/** What a form can call a picture: the field `crest` holds the one that is there, `crestFile` another one, `crestAlt` what it shows. */
export const pictureNames = ['picture', 'crest'] as const;
export type PictureName = (typeof pictureNames)[number];

/** The picture and the documents of a form, as a command names them. */
export function filesSaid(form: FormState): { picture?: AttachFile; documents: AttachFile[] } {
  const picture = pictureSaid(form, 'picture');
  return { ...(picture && { picture }), ...documentsSaid(form) };
}

/** The documents of a form that has no picture. */
export function documentsSaid(form: FormState): { documents: AttachFile[] } {
  return { documents: chosenIn(form, 'documents').map(({ file, name }) => ({ file, name })) };
}

/** One picture of a form; undefined where none is chosen. */
export function pictureSaid(form: FormState, name: PictureName): AttachFile | undefined {
  const [picture] = chosenIn(form, name);
  const alt = textOf(form, `${name}Alt`).trim();
  return picture && { file: picture.file, name: picture.name, ...(alt && { alt }) };
}

/** As fields of a form, from what stands. */
export function filesAsFields({ picture, documents }: { picture: AttachmentView | null; documents: readonly AttachmentView[] }) {
  const standing = documents.filter(({ withdrawn }) => !withdrawn).map(written);
  return { ...pictureAsFields('picture', picture), documents: standing };
}

/** One that was withdrawn cannot be chosen again. */
export function pictureAsFields(name: PictureName, picture: AttachmentView | null): Record<string, string> {
  return picture && !picture.withdrawn ? { [name]: written(picture), [`${name}Alt`]: picture.alt ?? '' } : {};
}
