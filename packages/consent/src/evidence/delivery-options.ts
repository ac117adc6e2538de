/** Where decisions are told, and which. */
export interface DeliveryOptions {
  /** The host's own endpoint: https, http on this machine, or an address on this site. */
  readonly url: string
  /** Also tells of refusals that end no grant: evidence of having asked. @default false */
  readonly refusals?: boolean | undefined
  /**
   * Sends the text of a notice, when the endpoint asks for what a hash stands for. Until then it
   * waits with the event. @default true
   */
  readonly notices?: boolean | undefined
}
