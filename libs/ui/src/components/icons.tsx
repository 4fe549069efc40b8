const paths = {
  agree: 'M5 12.5l4.5 4.5L19 7.5',
  disagree: 'M6.5 6.5l11 11m0-11l-11 11',
  pass: 'M6 12h12',
  shield: 'M12 3l7 3v5c0 4.5-3 8-7 10-4-2-7-5.5-7-10V6z',
  print: 'M7 9V4h10v5M7 18H4v-7a2 2 0 012-2h12a2 2 0 012 2v7h-3M7 15h10v5H7z',
  copy: 'M9 9h10v11H9zM5 15V4h10',
};

/** A decoration beside words; never the only carrier of a meaning. */
export function Icon(props: { name: keyof typeof paths }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path d={paths[props.name]} fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  );
}

/** The mark of the site: words that weigh the same, an equals sign in a speech bubble. Also the site's icon, which is a file of its own. */
export const emblemPath =
  'M14 4h36a12 12 0 0 1 12 12v22a12 12 0 0 1-12 12H34L18 62V50h-4A12 12 0 0 1 2 38V16A12 12 0 0 1 14 4Z' +
  'M18 16.5a3.5 3.5 0 0 0 0 7h28a3.5 3.5 0 0 0 0-7ZM18 30.5a3.5 3.5 0 0 0 0 7h28a3.5 3.5 0 0 0 0-7Z';

export function Assembly() {
  return (
    <svg class="emblem" viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <path d={emblemPath} fill-rule="evenodd" />
    </svg>
  );
}
