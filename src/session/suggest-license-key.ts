/**
 * Returns a remedy for a value that is not a license key but contains one, such as a room URL: a sentence
 * with that license key, or `''` if there is none. The sentence contains no other token.
 */
export async function suggestLicenseKey(text: string): Promise<string> {
  try {
    const { findRoom } = await import('../url/find-room.js');
    const licenseKey = findRoom(text)?.licenseKey;
    return licenseKey ? `: use "${licenseKey}"` : '';
  } catch {
    return ''; // The parser's file did not load.
  }
}
