/** Which files a question takes, by what offices call them. */
export const fileSorts = ['picture', 'pdf', 'text', 'table', 'slides'] as const;
export type FileSort = (typeof fileSorts)[number];

/** As the first bytes of a file say it; nothing that a browser would run. */
export const mediaTypesOf: Readonly<Record<FileSort, readonly string[]>> = {
  picture: ['image/jpeg', 'image/png', 'image/webp'],
  pdf: ['application/pdf'],
  text: ['application/vnd.oasis.opendocument.text', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  table: ['application/vnd.oasis.opendocument.spreadsheet', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  slides: ['application/vnd.oasis.opendocument.presentation', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
};

/** The largest file that any question takes, in megabytes. */
export const mostMegabytes = 5;

interface TakesFiles {
  readonly files?: readonly FileSort[];
  readonly megabytes?: number;
}

/** Whether a question takes files of this kind. */
export const takesKind = ({ files = fileSorts }: TakesFiles, mediaType: string): boolean =>
  files.some((sort) => mediaTypesOf[sort].includes(mediaType));

/** In bytes. */
export const mostBytes = ({ megabytes = mostMegabytes }: TakesFiles): number => megabytes * 1024 * 1024;
