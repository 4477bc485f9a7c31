import { create } from 'qrcode';

// ISO/IEC 18004, 9.1: four modules of quiet zone on each side.
const QUIET = 4;

/**
 * The text as a QR code, drawn here as one SVG path: no markup of the library is used, and nothing is requested from
 * the network. Black on white in every colour scheme, so that a camera can read it. Show the text beside it.
 */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const dark = Array.from(data, (isDark, at) =>
    isDark ? `M${(at % size) + QUIET} ${Math.floor(at / size) + QUIET}h1v1h-1z` : '',
  );
  const side = size + 2 * QUIET;
  return (
    <svg class="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={side} height={side} fill="#ffffff" />
      <path d={dark.join('')} fill="#000000" />
    </svg>
  );
}
