import { svg, type SVGTemplateResult } from 'lit';

/** A QR code, drawn. */
export interface QrCode {
  /** Modules in a row, the quiet zone included. */
  readonly size: number;
  /** Path of an SVG in whose units a module is 1 wide. */
  readonly path: string;
}

/** Draws a QR code. What computes it is loaded with the first one. */
export async function drawQrCode(text: string): Promise<QrCode> {
  const { encode } = await import('uqr');
  // Readers want four modules of quiet around it.
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')));
  return { size, path: path.join('') };
}

/** Shows a QR code; always dark on light, as readers expect it. */
export const showQrCode = ({ size, path }: QrCode): SVGTemplateResult => svg`
  <svg viewBox="0 0 ${size} ${size}" role="img" aria-label="QR code of the attendee link" shape-rendering="crispEdges">
    <path fill="#fff" d="M0 0h${size}v${size}h-${size}z" />
    <path fill="#000" d=${path} />
  </svg>`;

/** Writes a QR code as a file of its own. */
export const toSvgFile = ({ size, path }: QrCode): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}h-${size}z"/><path fill="#000" d="${path}"/></svg>\n`;
