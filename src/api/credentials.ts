/** The credentials of an application, from `registerApplication` or your LiveWebinar account. */
export interface Credentials {
  clientId: string;
  /** Grants full access to the application's account: keep it on the server. */
  clientSecret: string;
  /**
   * The registered `https:` URL to which users are redirected after they authorize the application. If
   * omitted, the application logs in to its own account.
   */
  redirectUri?: string;
}
