import encodeQR from 'qr';

/** A QR code as a picture: black on white in dark surroundings too, since many readers take no other. */
export function QrImage(props: { text: string; label: string }) {
  // Level M: a link on paper may lose a seventh of its area to folds and stains. Readers need four light modules around it.
  const code = encodeQR(props.text, 'raw', { ecc: 'medium', border: 4 });
  const dark = code.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg
      width="240"
      height="240"
      viewBox={`0 0 ${code.length} ${code.length}`}
      role="img"
      aria-label={props.label}
      shape-rendering="crispEdges"
    >
      <rect width={code.length} height={code.length} fill="#fff" />
      <path d={dark} fill="#000" />
    </svg>
  );
}
