/**
 * Returns the end of an error message for a value that is not a license key but contains one, such as a room
 * URL. It suggests that license key and contains no other token. Returns `''` if the value contains none.
 */
export async function suggestLicenseKey(text: string): Promise<string> {
  try {
    const { findRoom } = await import('../url/find-room.js');
    const licenseKey = findRoom(text)?.licenseKey;
    return licenseKey ? `: use "${licenseKey}"` : '';
  } catch {
    return ''; // The parser's file could not be loaded.
  }
}
