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

/** The seats of an assembly in two half circles: the mark of the site. */
export function Assembly() {
  const seats = [52, 94].flatMap((radius) => {
    const count = Math.round((Math.PI * radius) / 34);
    return Array.from({ length: count }, (_, seat) => {
      const angle = Math.PI * ((seat + 0.5) / count);
      return { x: 105 - radius * Math.cos(angle), y: 104 - radius * Math.sin(angle) };
    });
  });
  return (
    <svg class="assembly" viewBox="0 0 210 110" aria-hidden="true" focusable="false">
      {seats.map(({ x, y }) => (
        <circle cx={x.toFixed(1)} cy={y.toFixed(1)} r="9" class="seat" />
      ))}
    </svg>
  );
}
