/**
 * Reads the body of a response as text.
 *
 * @param maxBytes Maximum size of the body in bytes, after decompression.
 * @returns `null` if the body is larger. The rest of it is not downloaded.
 */
export async function readBody(response: Response, maxBytes: number): Promise<string | null> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > maxBytes) {
      // A custom `fetch` may fail to cancel; the response is discarded either way.
      await reader.cancel().catch(() => {});
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}
