import { UNKNOWN } from './constants.ts'

/**
 * Returns the address that a text begins with: up to what is not known or is no part of an address.
 * Returns `undefined` if the text begins with no address, or the host has no dot or no known end.
 */
export const addressIn = (text: string): string | undefined => {
  const [, scheme = 'https:', rest = '', end] =
    /^(https?:|wss?:)?\/\/([^\s"'<>\0]+)(\0?)/.exec(text.trim()) ?? []
  const isComplete = end !== UNKNOWN || /[/?#]/.test(rest)
  const address = `${scheme}//${rest}`
  return isComplete && /^[^/?#]+\.[^/?#]/.test(rest) && URL.canParse(address) ? address : undefined
}
