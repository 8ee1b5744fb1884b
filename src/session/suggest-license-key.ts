/**
 * Returns a remedy that names the license key in a text that is none, such as a whole room URL, or `''`
 * if there is none in it. Tokens in the text are not repeated.
 */
export async function suggestLicenseKey(text: string): Promise<string> {
  try {
    const { findRoom } = await import('../url/find-room.js');
    const licenseKey = findRoom(text)?.licenseKey;
    return licenseKey ? `: use "${licenseKey}"` : '';
  } catch {
    return ''; // The file did not arrive.
  }
}
