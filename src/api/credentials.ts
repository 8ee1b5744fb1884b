/** Who the application is to LiveWebinar. */
export interface Credentials {
  clientId: string;
  /** Whoever has it is the application: keep it on the server. */
  clientSecret: string;
  /**
   * For users who authorise the application: the `https:` address they come back to, as it was
   * registered (vendor contract: A). Without it the application logs in for itself.
   */
  redirectUri?: string;
  /** What the server login asks for; `livewebinar` if left out (B). */
  identifier?: string;
}
