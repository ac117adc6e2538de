/** The options of the delivery: which decisions, and to which endpoint. */
export interface DeliveryOptions {
  /**
   * The site's own endpoint: an https address, an http address on localhost, or an address on the
   * same site.
   */
  readonly url: string
  /**
   * Whether to deliver refusals that end no grant too, as evidence that the visitor was asked.
   * @default false
   */
  readonly refusals?: boolean | undefined
  /**
   * Whether to send the text of a notice if the endpoint has only its hash and asks for the text.
   * Until the event is delivered, the browser stores the text with the event. @default true
   */
  readonly notices?: boolean | undefined
}
