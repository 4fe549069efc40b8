import { isPicture, type AttachmentView } from '@isegoria/content';
import { Heading, useTexts } from '@isegoria/ui';

export const filePath = (file: string) => `/files/${file}`;

/** A picture as it stands at the top of something; nothing where there is none, or where it was withdrawn. */
export function Picture({ picture, eager = false }: { picture: AttachmentView | null; eager?: boolean }) {
  if (!picture || picture.withdrawn) return null;
  const { file, alt, width, height } = picture;
  return (
    <img
      class="picture"
      src={filePath(file)}
      alt={alt ?? ''}
      width={width ?? undefined}
      height={height ?? undefined}
      loading={eager ? undefined : 'lazy'}
      decoding="async"
    />
  );
}

/** Documents to be downloaded, each with its kind and size; one that was withdrawn is named, and is no link. */
export function Documents({
  documents,
  id = 'documents',
  level = 2,
}: {
  documents: readonly AttachmentView[];
  id?: string;
  level?: 2 | 3;
}) {
  const { t } = useTexts();
  if (documents.length === 0) return null;
  return (
    <section class="stack" aria-labelledby={id}>
      <Heading level={level} size="xs" id={id}>
        {t('files.documents')}
      </Heading>
      <ul class="documents">
        {documents.map(({ file, name, mediaType, size, withdrawn }) => (
          <li key={file}>
            {withdrawn ? (
              t('files.withdrawn', { name })
            ) : (
              <>
                <a class="ds-link" href={filePath(file)} download={isPicture(mediaType) ? undefined : ''}>
                  <bdi>{name}</bdi>
                </a>{' '}
                <span class="meta">{sizeInWords(t, endingOf(name, mediaType), size)}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function sizeInWords(t: ReturnType<typeof useTexts>['t'], kind: string, size: number): string {
  const kilobytes = Math.max(1, Math.round(size / 1024));
  return kilobytes < 1024
    ? t('files.kilobytes', { kind, size: kilobytes })
    : t('files.megabytes', { kind, size: Math.round(size / 1024 / 102.4) / 10 });
}

function endingOf(name: string, mediaType: string): string {
  return (/\.([a-z0-9]{1,5})$/i.exec(name)?.[1] ?? mediaType.split('/')[1] ?? '').toUpperCase();
}
