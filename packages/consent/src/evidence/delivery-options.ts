/** The options of the delivery: which decisions, and to which endpoint. */
export interface DeliveryOptions {
  /**
   * The site's own endpoint: an https address, an http address on localhost, or an address relative
   * to the page.
   */
  readonly url: string
  /**
   * Whether to also deliver refusals that end no grant, as evidence that the visitor was asked.
   * @default false
   */
  readonly refusals?: boolean | undefined
  /**
   * Whether to send the text of a notice if the endpoint has only its hash and asks for the text.
   * Until the event is delivered, the browser stores the text with the event. @default true
   */
  readonly notices?: boolean | undefined
}
