import { qrCode } from './qr-code';

/** The light modules that a reader needs around a code. */
const margin = 4;

/** The dark modules as the path of an SVG, a unit each. */
export function darkModules(code: readonly (readonly boolean[])[]): string {
  return code.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x + margin} ${y + margin}h1v1h-1z`] : []))).join('');
}

/** A QR code as a picture: black on white in dark surroundings too, since many readers take no other. */
export function QrImage(props: { text: string; label: string }) {
  const code = qrCode(props.text);
  const size = code.length + 2 * margin;
  return (
    <svg width="240" height="240" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={props.label} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={darkModules(code)} fill="#000" />
    </svg>
  );
}
