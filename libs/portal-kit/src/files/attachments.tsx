import { isPicture, type AttachmentView } from '@isegoria/content';
import { Heading, Words, useOffice, useTexts, useWords } from '@isegoria/ui';
import type { PageOptions } from '../layout/document/visitor';

export const filePath = (file: string) => `/files/${file}`;

/**
 * A picture as it stands at the top of something; nothing where there is none. Where it was withdrawn, the page of the thing says so, and
 * lists pass over it.
 * @param whole whether this is the page of the thing
 */
export function Picture({ picture, whole = false }: { picture: AttachmentView | null; whole?: boolean }) {
  const { t } = useTexts();
  const words = useWords();
  const office = useOffice();
  if (!picture) return null;
  if (picture.withdrawn)
    return whole ? (
      <p class="erased">
        {t('files.pictureWithdrawn')} <Words text={picture.withdrawnReason ?? ''} />
      </p>
    ) : null;
  const { file, alt, width, height } = picture;
  return (
    <img
      class="picture"
      src={filePath(file)}
      alt={office(alt ?? '').text}
      lang={alt ? words(alt, 'office').lang : undefined}
      width={width ?? undefined}
      height={height ?? undefined}
      loading={whole ? undefined : 'lazy'}
      decoding="async"
    />
  );
}

/**
 * Documents to be downloaded, each with its kind and size; one that was withdrawn is named, and is no link.
 * @param id of those of one thing in a list: then they are a group, for many landmarks of one name tell nothing apart
 */
export function Documents({
  documents,
  id,
  level = 2,
}: {
  documents: readonly AttachmentView[];
  id?: string;
  level?: 2 | 3;
}) {
  const { t } = useTexts();
  if (documents.length === 0) return null;
  const Part = id === undefined ? 'section' : 'div';
  const heading = id ?? 'documents';
  return (
    <Part class="attached stack" role={id === undefined ? undefined : 'group'} aria-labelledby={heading}>
      <Heading level={level} size="xs" id={heading}>
        {t('files.documents')}
      </Heading>
      <ul class="documents">
        {documents.map(({ file, name, mediaType, size, withdrawn, withdrawnReason }) => (
          <li key={file}>
            {withdrawn ? (
              <>
                <Words text={name} />
                <p class="erased">
                  {t('files.withdrawn')} <Words text={withdrawnReason ?? ''} />
                </p>
              </>
            ) : (
              <>
                <a class="ds-link" href={filePath(file)} download={isPicture(mediaType) ? undefined : ''}>
                  <Words text={name} />
                </a>{' '}
                <span class="meta">{sizeInWords(t, { name, mediaType, size })}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** The picture that stands for a page where its address is shared. */
export function sharedPicture(picture: AttachmentView | null): PageOptions['picture'] {
  if (!picture || picture.withdrawn) return undefined;
  const { file, alt, width, height } = picture;
  return { path: filePath(file), alt: alt ?? '', width, height };
}

/** Its kind and how large it is: `PDF, 12 KB`. */
export function sizeInWords(
  t: ReturnType<typeof useTexts>['t'],
  { name, mediaType, size }: Pick<AttachmentView, 'name' | 'mediaType' | 'size'>,
): string {
  const kind = endingOf(name, mediaType);
  const kilobytes = Math.max(1, Math.round(size / 1024));
  return kilobytes < 1024
    ? t('files.kilobytes', { kind, size: kilobytes })
    : t('files.megabytes', { kind, size: Math.round(size / 1024 / 102.4) / 10 });
}

function endingOf(name: string, mediaType: string): string {
  return (/\.([a-z0-9]{1,5})$/i.exec(name)?.[1] ?? mediaType.split('/')[1] ?? '').toUpperCase();
}
