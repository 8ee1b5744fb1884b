/** Draws a QR code as an SVG document. The encoder is loaded with the first one. */
export async function drawQrCode(text: string): Promise<string> {
  const { renderSVG } = await import('uqr');
  // Readers need a quiet zone of four modules.
  return renderSVG(text, { ecc: 'M', border: 4 });
}

/** URL of an SVG document, for an image and for a download. */
export const toSvgUrl = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`;
