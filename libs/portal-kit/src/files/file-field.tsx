import type { ComponentChildren } from 'preact';
import { FieldFrame, useField, type FormState } from '@isegoria/ui';

interface FileFieldProps {
  readonly form: string;
  readonly name: string;
  readonly label: ComponentChildren;
  readonly hint: ComponentChildren;
  /** Endings of names, for the list that the browser offers; what is sent is looked at by its bytes. */
  readonly accept: string;
  readonly multiple?: boolean;
  readonly state: FormState;
}

/** A field to choose files. No page can fill it in again, so the files of a refused form are kept beside it. */
export function FileField({ accept, multiple, ...props }: FileFieldProps) {
  const { id, error, attributes } = useField(props);
  return (
    <FieldFrame {...props} id={id} error={error}>
      <input class="ds-input" type="file" {...attributes} accept={accept} multiple={multiple} />
    </FieldFrame>
  );
}
