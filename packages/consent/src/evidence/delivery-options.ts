/** Says which decisions are delivered, and to which endpoint. */
export interface DeliveryOptions {
  /**
   * The site's own endpoint: an https address, an http address on localhost, or an address on the
   * same site.
   */
  readonly url: string
  /**
   * Also delivers refusals that end no grant, as evidence that the visitor was asked. @default
   * false
   */
  readonly refusals?: boolean | undefined
  /**
   * Sends the text of a notice when the endpoint asks for the text behind a hash. Until the
   * delivery the browser stores the text together with the event. @default true
   */
  readonly notices?: boolean | undefined
}
